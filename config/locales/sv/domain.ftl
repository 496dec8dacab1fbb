# Svarets och katalogens ord: dagar, öppettider, moment, bedömningar.

weekday-1 = mån
weekday-2 = tis
weekday-3 = ons
weekday-4 = tors
weekday-5 = fre
weekday-6 = lör
weekday-7 = sön
month-1 = jan
month-2 = feb
month-3 = mars
month-4 = april
month-5 = maj
month-6 = juni
month-7 = juli
month-8 = aug
month-9 = sep
month-10 = okt
month-11 = nov
month-12 = dec

open-now = öppet
open-until = öppet till { $time }
opens-today = stängt, öppnar { $time }
opens-tomorrow = stängt, öppnar i morgon { $time }
opens-later = stängt, öppnar { $day } { $time }
closed-for-good = stängt

sentence-about = { $service }: { $answer }
sentence-ring = Ring { $name } på { $phone }.
sentence-write = Skriv till { $name }, { $email }.
sentence-turn-to = Vänd dig till { $name }.
sentence-when = Just nu { $opening }.
sentence-on-call = Är det akut, ring jouren på { $number }.
sentence-name-and-phone = { $name } ({ $phone })
sentence-case = Gäller det { $condition }: { $answer }
sentence-otherwise = Annars: { $answer }
sentence-unclear = Det är inte bestämt vem som tar emot först. De som har del i det är { $names }.
sentence-gap = Ingen är utsedd att ta hand om det här i kommunen.
sentence-no-service = Tjänsten fanns inte då.

step-contact = första kontakt
step-application = ansökan
step-handling = handläggning
step-decision = beslut
step-delivery = utförande
step-supervision = tillsyn
step-billing = avgift
step-appeal = överklagande
step-on_call = jour

confidence-documented = dokumenterat
confidence-inferred = följer av källor
confidence-assumed = antaget

kind-municipality = kommun
kind-federation = kommunalförbund
kind-joint-board = gemensam nämnd
kind-company = bolag
kind-region = region
kind-agency = statlig myndighet
kind-private = enskilt ansvar

finding-parallel = dubbelarbete
finding-unclear-entry = otydlig ingång
finding-chain = hänvisningskedja
finding-gap = lucka
finding-separate = var för sig
finding-conflict = motstridig uppgift
finding-lookalike = liknande poster
finding-stale = inaktuell
