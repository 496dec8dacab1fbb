# Rapporten och jämförelsen.

report-title = Ansvar och dubbelarbete: { $name }
report-lead = Vem som har ansvar för { $n ->
    [one] en tjänst
   *[other] { $n } tjänster
 } i { $municipalities } kommuner den { $day }, var samma arbete görs på två håll, var den som ringer skickas runt, och vad kommunerna kan göra tillsammans.
report-lead-made = Rapporten är gjord ur katalogen med hanvisa { $version }. Den visar; människor bestämmer vad som ska göras.
report-contents = Innehåll
report-day = { $day } { $month } { $year }
report-month-1 = januari
report-month-2 = februari
report-month-3 = mars
report-month-4 = april
report-month-5 = maj
report-month-6 = juni
report-month-7 = juli
report-month-8 = augusti
report-month-9 = september
report-month-10 = oktober
report-month-11 = november
report-month-12 = december
report-nothing = Inget att berätta.
report-bar = Fördelning

# Sammanfattning
report-summary = Sammanfattning
report-met-by-callers = { $n ->
    [one] öppet fynd som den som ringer kan märka av
   *[other] öppna fynd som den som ringer kan märka av
 }
report-to-share = { $n ->
    [one] öppet fynd om sådant som kommunerna sköter var för sig men kan göra tillsammans
   *[other] öppna fynd om sådant som kommunerna sköter var för sig men kan göra tillsammans
 }
report-mean-hops = steg i snitt för den som ringer, där vägen är känd eller följer av en allmän hänvisning
report-sent-round = samtal som vi vet tar mer än ett steg
report-sent-round-inferred = samtal till som tar mer än ett steg, om en allmän hänvisning gäller dem
report-one-entrance = samtal med en enda ingång
report-assumed = av uppgifterna om vem som gör vad är bara antagna
report-findings-about-work = { $n ->
    [one] öppet fynd om arbetet
   *[other] öppna fynd om arbetet
 }
report-findings-decided = { $n ->
    [one] avgjort fynd om arbetet: avsiktligt eller löst
   *[other] avgjorda fynd om arbetet: avsiktliga eller lösta
 }
report-decided = Avgjorda fynd
report-decided-are = De här har någon bestämt att ingenting mer ska göras åt: de är avsiktliga eller lösta. De räknas inte bland de öppna, men katalogen visar dem fortfarande.
report-decided-part = avgjort
report-decided-name = { $name } ({ $verdict })
report-decided-names = { $n ->
    [one] Ett fynd är avgjort och räknas för sig: { $names }.
   *[other] { $n } fynd är avgjorda och räknas för sig: { $names }.
 }
report-steps = steg i snitt
report-round = flera steg
report-inferred-way = allmän väg
report-way-known = av samtalen har känd väg: en hänvisning för just den tjänsten, eller kommunen svarar själv
report-way-inferred = av samtalen har en väg som bara följer av en allmän hänvisning
report-way-unknown = av samtalen har okänd väg: ingen har skrivit ner vart de går
report-unknown = okänd väg
report-one = en ingång
report-calls = samtal
report-calls-are = Ett samtal är en tjänst och en kommun: som om en person i varje kommun ringde kommunens växel om varje tjänst. Ett steg är en gång som den som ringer skickas vidare till någon annan. Vägen är känd när katalogen har en hänvisning för just den tjänsten, eller när kommunen själv tar emot: det är inget steg. Gäller hänvisningen vilken tjänst som helst (allmän väg) följer vägen bara av en allmän hänvisning; de samtalen räknas för sig, men är med i snittet. Övriga samtal räknas inte i snittet, för ingen har skrivit ner vart de går, och inte heller de som aldrig kommer fram. Påhittade exempel räknas inte.
report-by-kind = Öppna fynd per slag, och avgjorda
report-kind = Slag
report-figures-caption = Så går det för den som ringer
report-municipality = Kommun

# Fynden
report-findings = Vad den som ringer kan märka
report-pairs = Öppna fynd mellan par av organisationer
report-examples-beside = { $n ->
    [one] { $label } (+ ett påhittat exempel)
   *[other] { $label } (+ { $n } påhittade exempel)
 }
report-pairs-are = Ett fynd mellan tre organisationer räknas i tre par. Påhittade exempel räknas inte. Förkortningarna förklaras under Organisationerna.
report-pair = Par
report-all = Alla
report-the-municipalities = Kommunerna
report-municipalities = Kommuner
report-organisations = Organisationer
report-suggestion = Förslag
report-sources = Källor
report-chains = Hänvisningskedjor
report-chains-are = Här skickas den som ringer vidare mer än en gång, runt, eller till någon som inte kan hjälpa.
report-candidates = Att göra tillsammans
report-candidates-are = Det här sköter kommunerna var för sig, och inget gemensamt organ gör det åt dem.
report-candidates-more = Fler tjänster som kan delas, funna i katalogen

# Vem har vad
report-matrix = Vem har vad
report-matrix-is = Varje ruta är en tjänst i en kommun. Först står den som tar emot samtalet.
report-by-topic = Så delas arbetet, ämne för ämne
report-topic = Ämne
report-heat-map = Alla tjänster, kommun för kommun
report-service = Tjänst
report-bodies = Organisationerna
report-bodies-are = Så förkortas de i rapporten, och så många tjänster har de del i
report-short = Kort namn
report-name = Namn
report-sort = Form

# Hur säkert det är
report-certainty = Hur säkert det är
report-certainty-is = En uppgift är dokumenterad när en källa säger den. Den kan också följa av källor, eller vara antagen: så brukar det vara, men ingen källa säger det här.
report-known = Uppgifter om vem som gör vad
report-assumed-contacts = Tjänster där den första kontakten bara är antagen
report-number = Antal
report-upkeep = Att kontrollera
report-upkeep-is = { $n ->
    [one] En uppgift ska kontrolleras minst en gång i månaden.
   *[other] En uppgift ska kontrolleras minst en gång på { $n } månader.
 }
report-to-verify = Tjänster som ingen har kontrollerat i tid
report-organisation = Organisation
report-never = aldrig kontrollerade
report-overdue = försenade
report-oldest = äldsta kontrollen
report-sources-are = Källor bakom uppgifterna och fynden
report-id = Id
report-source = Källa
report-address = Adress
report-published = Publicerad

# Vad som har ändrats
report-changes = Vad som har ändrats sedan { $day }
changes-between-days = { $name }: { $before } och { $after }
changes-between-on = { $before } och { $after }, { $day }
changes-between = { $before } och { $after }
changes-side = { $name } ({ $day })
changes-none = Ingenting skiljer.
changes-figures = I siffror
changes-known-differs = Andelen samtal som är med i snittet, med känd väg eller en väg som följer av en allmän hänvisning, går från { $then } till { $now }. Stegen gäller därför inte samma samtal, och skillnaden kan bero på vad som är nerskrivet.
changes-solved = Lösta fynd
changes-new = Nya fynd
changes-remaining = Fynd som är kvar
changes-decided = Avgjorda fynd
changes-decided-are = De syns fortfarande i katalogen, men någon har bestämt att ingenting mer ska göras åt dem.
changes-decided-line = { $name } ({ $kind }): { $verdict }
changes-rejudged = Bedömning
changes-why = Varför
changes-other-hands = Nu hos andra
changes-unseen = Nedskrivna fynd som katalogen inte längre visar
changes-unseen-are = Någon har skrivit ner dem, och ingen har sagt att de är lösta. Är de det, skriv ner det med: hanvisa verdict ID resolved
changes-the-same = { $n ->
    [one] Ett öppet fynd är som förut
   *[other] { $n } öppna fynd är som förut
 }
changes-hands = Vad som har bytt händer
changes-services = Tjänster
changes-steps = Moment
changes-where = Kommuner
changes-moved = { $n ->
    [one] En tjänst
   *[other] { $n } tjänster
 }
changes-single = Enstaka tjänster
changes-between-whom = Från och till
changes-bodies = Organisationer
changes-renamed = { $old } heter nu { $new }.
changes-new-body = { $name } är ny.
changes-serves-more = { $name } arbetar nu också åt { $municipalities }.
changes-turnover = Tjänster som kommit eller försvunnit
changes-gone-service = { $name } finns inte längre.
changes-new-service = { $name } är ny.
