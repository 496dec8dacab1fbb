# Kortet: svaret i ett samtal, lika på skärmen och på kommandoraden. Etiketter är högst nio tecken.

label-ring = RING
label-write = SKRIV
label-turn-to = HÄNVISA
label-on-call = JOUR
label-hours = Tider
label-new = NYTT
label-note = OBS
label-gap = LUCKA
label-unclear = OKLART
label-ask = FRÅGA
label-not-here = INTE HÄR
label-who = VEM GÖR VAD
label-stated = UPPGIFTER
label-stated-differently = OLIKA UPPGIFTER
label-law = Lag
label-sources = Källor

card-acute = AKUT, vid fara ring { $number }
card-otherwise = Annars:
card-otherwise-nobody = Ingen är utsedd.
card-unclear = Det är inte bestämt vem som tar emot först. De här har del i det:
card-has-steps = har hand om { $steps }
card-gap = Ingen är utsedd att ta hand om det här.
card-only-appeal = Ingen är utsedd att ta emot; bara överklagandet har en adress.
card-only-on-call = Ingen är utsedd att ta emot; bara en jour svarar.
card-no-service = Tjänsten fanns inte den här dagen.
card-no-number = numret är inte känt
card-on-call = när det är stängt
card-took-over = { $old } finns inte längre, { $new } har tagit över
card-no-source = ingen

checked-verified = kontrollerat { $day }
checked-overdue = kontrollerat { $day }, försenat
checked-published = uppgift från { $day }
checked-never = aldrig kontrollerat
source-ids = { $n ->
    [one] källa { $ids }
   *[other] källor { $ids }
 }

row-varies = kommunvis
row-conditional = beror på fallet
row-unclear = oklart vem
row-gap = ingen utsedd
