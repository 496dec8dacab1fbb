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
hours-always = dygnet runt
hours-none-this-week = stängt hela veckan
hours-and = {" och "}

# Det som läses upp eller skickas: Snöröjning av gator: ring Teknisk nämnd på 0587-55 00 40. Just nu är det öppet till 12.00.
sentence-about = { $service }: { $answer }
sentence-ring = ring { $name } på { $phone }.
sentence-write = skriv till { $name } på { $email }.
sentence-turn-to = vänd dig till { $name }.
sentence-when = Just nu är det { $opening }.
sentence-on-call = Är det akut, ring jouren på { $number }.
sentence-name-and-phone = { $name } ({ $phone })
sentence-depends = det beror på. { $cases }
sentence-case = { $condition }: { $answer }
sentence-otherwise = Annars: { $answer }
sentence-unclear = det är inte bestämt vem som tar emot först. Det kan vara { $names }.
sentence-or = { $names } eller { $last }
sentence-gap = ingen är utsedd att ta hand om det här i kommunen.
sentence-no-service = tjänsten finns inte det datumet.

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

formerly = förr { $names }
caveat-who-inferred = ansvaret är en slutsats av källorna
caveat-who-assumed = ansvaret är antaget, ingen källa säger det
caveat-number-inferred = numret är en slutsats av källorna
caveat-number-assumed = numret är antaget, ingen källa säger det
