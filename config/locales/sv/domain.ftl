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

weekday-spoken-1 = måndag
weekday-spoken-2 = tisdag
weekday-spoken-3 = onsdag
weekday-spoken-4 = torsdag
weekday-spoken-5 = fredag
weekday-spoken-6 = lördag
weekday-spoken-7 = söndag
month-spoken-1 = januari
month-spoken-2 = februari
month-spoken-3 = mars
month-spoken-4 = april
month-spoken-5 = maj
month-spoken-6 = juni
month-spoken-7 = juli
month-spoken-8 = augusti
month-spoken-9 = september
month-spoken-10 = oktober
month-spoken-11 = november
month-spoken-12 = december

open-now = öppet
open-until = öppet till { $time }
opens-today = stängt, öppnar { $time }
opens-tomorrow = stängt, öppnar i morgon { $time }
opens-later = stängt, öppnar { $day } { $time }
closed-for-good = stängt
hours-always = dygnet runt
hours-none-this-week = stängt hela veckan
hours-and = {" och "}

# Det som läses upp eller skickas: Snöröjning av gator: ring Teknisk nämnd på 0587-55 00 40. De svarar till klockan 12.
sentence-about = { $service }: { $answer }
sentence-then = Så här var det { $day }. { $text }
sentence-ring = ring { $name } på { $way }.
sentence-write = skriv till { $name } på { $way }.
sentence-turn-to-web = vänd dig till { $name }, { $way }.
sentence-turn-to = vänd dig till { $name }.
sentence-open-until = De svarar till klockan { $time }.
sentence-open-until-midnight = De svarar till midnatt.
sentence-opens-today = De öppnar klockan { $time }.
sentence-opens-tomorrow = De öppnar i morgon klockan { $time }.
sentence-opens-weekday = De öppnar { $day } klockan { $time }.
sentence-opens-date = De öppnar { $day } den { $date } { $month } klockan { $time }.
sentence-closed = Just nu är det stängt.
sentence-on-call = Är det akut, { $ring }
sentence-on-call-own = jouren
sentence-name-and-phone = { $name } ({ $phone })
sentence-depends = det beror på. { $cases }
sentence-case = { $condition }: { $answer }
sentence-otherwise = Annars: { $answer }
sentence-otherwise-nobody = Annars är ingen utsedd.
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
overlap-and-more = { $n ->
    [one] { $names } och en till
   *[other] { $names } och { $n } till
 }
pairing-municipality-and-joint = kommun och gemensamt organ
pairing-two-joint = två gemensamma organ
pairing-other = andra
evidence-same-steps = { $names } har samma uppgift ({ $steps }) i { $where }.
evidence-same-steps-if = { $names } har samma uppgift ({ $steps }) i { $where } när det gäller: { $condition }.
evidence-alone = Var för sig har { $where } hand om: { $steps }.
evidence-several-entrances = I { $where } kan { $names } vara första kontakt, och inget säger vem.
evidence-no-entrance = I { $where } tar ingen emot först, fast { $names } har del i det.
evidence-nobody = I { $where } är ingen utsedd, men det är någon i { $elsewhere }.
evidence-nobody-left = I { $where } har ingen det längre. Sist hade { $names } det.
evidence-counted = { $n ->
    [one] Källan nämner ingen tjänst; katalogen räknar fram en.
   *[other] Källan nämner inga tjänster; katalogen räknar fram { $n }.
 }
evidence-more-ways = { $some ->
    [yes] I { $where } finns minst { $n } vägar till för { $service }, som inte räknas upp här.
   *[no] I { $where } finns { $n ->
        [one] en väg till för { $service }, som inte räknas upp här.
       *[other] { $n } vägar till för { $service }, som inte räknas upp här.
    }
 }
evidence-values = { $what }: { $values }.
evidence-on-call = Journummer
evidence-never-verified = { $n ->
    [one] { $name }: tjänsten är aldrig kontrollerad.
   *[other] { $name }: { $never } av { $n } tjänster är aldrig kontrollerade.
 }
evidence-overdue = { $n ->
    [one] { $name }: uppgiften om tjänsten är från { $oldest }.
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
chain-cut = vägen är längre än { $most } steg
chain-inferred = följer av en allmän hänvisning
chain-about = gäller { $names }
chain-only-in = { $names }: bara i { $where }.
chain-not-in = { $names }: inte i { $where }.
chain-only-in-some = { $n ->
    [one] En tjänst till: bara i en del av kommunerna.
   *[other] { $n } tjänster till: bara i en del av kommunerna.
 }
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

# Poster som liknar varandra: talet är hur mycket som talar för att de är en och samma, plus, eller två olika, minus.
alike-sure = ”{ $left }” och ”{ $right }” är nog samma post, införd två gånger ({ $score }): { $compared }.
alike-look = ”{ $left }” och ”{ $right }” liknar varandra ({ $score }): { $compared }.
alike-name = namn
alike-words = andra ord
alike-topic = ämne
alike-phone = telefon
alike-email = e-post
alike-web = webb
alike-address = adress
alike-municipalities = kommuner
alike-numbers = siffror i namnen
alike-audience = för vem
alike-act = vad som görs
alike-opposite = motsatser
alike-told-apart = den ena visar vidare till den andra

# Det som står efter @ eller #: @narnia, #foo
unknown-filter = Katalogen känner inte till { $filters }.

tier-exact = samma ord
tier-stem = annan form
tier-meaning = det menas
tier-joined = ihopskrivet
tier-prefix = börjar så
tier-parts = båda delarna finns
tier-typo = nästan samma ord
tier-prefix-typo = börjar nästan så
tier-compound-end = slutar så
tier-begins-with = första delen
tier-ends-with = sista delen
tier-shared-start = samma början
tier-subsequence = bokstäverna i ordning
field-name = i namnet
field-also = bland vardagsorden
field-referred = där andra tjänster skickar vidare
field-topic = i ämnet
field-organisation = bland de ansvariga
field-place = bland orterna
field-summary = i beskrivningen
field-ask = i frågorna
