# Rapporten.
