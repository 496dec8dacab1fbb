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

# Fynden: vad som visar dem och vad man kan göra åt dem
overlap-everywhere = alla kommuner
overlap-municipalities = kommunerna själva
overlap-and = { $names } och { $last }
overlap-and-more = { $names } och { $n } till
pairing-municipality-and-joint = kommun och gemensamt organ
pairing-two-joint = två gemensamma organ
pairing-other = andra
evidence-same-steps = { $names } har samma uppgift ({ $steps }) i { $where }.
evidence-same-steps-if = { $names } har samma uppgift ({ $steps }) i { $where } när det gäller: { $condition }.
evidence-alone = Var för sig har { $where } hand om: { $steps }.
evidence-several-entrances = I { $where } kan { $names } vara första kontakt, och inget säger vem.
evidence-no-entrance = I { $where } tar ingen emot först, fast { $names } har del i det.
evidence-nobody = I { $where } är ingen utsedd, men det är någon i { $elsewhere }.
evidence-values = { $what }: { $values }.
evidence-on-call = Journummer
evidence-never-verified = { $n ->
    [one] { $name }: tjänsten är aldrig kontrollerad.
   *[other] { $name }: { $never } av { $n } tjänster är aldrig kontrollerade.
 }
evidence-overdue = { $n ->
    [one] { $name }: tjänsten kontrollerades senast { $oldest }.
   *[other] { $name }: { $never } av { $n } tjänster är aldrig kontrollerade och { $overdue } är försenade, den äldsta från { $oldest }.
 }
suggest-municipality-and-joint = Bestäm vem av dem som gör vad, och skriv det i avtalet.
suggest-two-joint = Låt det ena organet ha hela uppgiften, eller skriv ner var gränsen går.
suggest-other = Skriv ner vem som gör vad och i vilka fall.
suggest-parallel = Gå igenom vem som gör vilket moment.
suggest-unclear-entry = Bestäm vem som tar emot först, och publicera bara det numret.
suggest-chain = Låt den som svarar först ge rätt nummer direkt.
suggest-gap = Ta reda på vem som har hand om det, och skriv in det.
suggest-separate = Pröva att göra det tillsammans.
suggest-conflict = Bestäm vad som gäller, och publicera det på ett ställe.
suggest-lookalike = Jämför posterna, och slå ihop dem om de är samma.
suggest-stale = Låt den som har tjänsterna gå igenom dem.
chain-switchboard = { $municipality } växel
chain-switchboards = växeln
chain-loop = samtalet går runt
chain-dead-end = där tar det stopp
chain-expired = finns inte längre
chain-succeeded = finns inte längre, { $name } har tagit över
chain-hops = { $n ->
    [one] ett steg
   *[other] { $n } steg
 }
basis-documented = dokumenterat fynd
basis-illustrative = påhittat exempel
basis-computed = framräknat ur katalogen
verdict-open = öppen
verdict-investigating = utreds
verdict-intended = avsiktlig
verdict-resolved = löst
verdict-until = till { $day }
sign-sole = ensam
sign-shared = delat
sign-conditional = beror på
sign-double = dubbelt
sign-gap = lucka
sign-outside = utanför
