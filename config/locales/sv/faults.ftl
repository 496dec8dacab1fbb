# Vad som kan vara fel i en katalog. Rubriken säger vad som är fel, .expected vad som väntades på stället, .advice vad
# man gör åt det, .other vad ett annat ställe visar. Ord inom `…` står så i filerna.

# Runt omkring felen
fault-error-level = fel
fault-warning-level = varning
fault-advice-level = råd
fault-did-you-mean = menade du `{ $nearest }`?
fault-summary-errors = { $n ->
    [one] 1 fel
   *[other] { $n } fel
 }
fault-summary-warnings = { $n ->
    [0] inga varningar
    [one] 1 varning
   *[other] { $n } varningar
 }
fault-summary-none = Katalogen är felfri.
fault-summary-usable = Katalogen kan användas, men har { $warnings } att se över.
fault-summary-stopped = { $errors }. Katalogen kan inte användas förrän { $n ->
    [one] felet är rättat
   *[other] felen är rättade
 }.
fault-summary = { $errors } och { $warnings }. Katalogen kan inte användas förrän { $n ->
    [one] felet är rättat
   *[other] felen är rättade
 }.

# Filerna
fault-unreadable = { $reason ->
    [not-found] { $path } finns inte
    [denied] du har inte rätt att läsa { $path }
    [folder] { $path } är en mapp och ingen fil
    [no-file] { $path } är ingen vanlig fil
    [loop] { $path } är en länk som leder till sig själv
   *[other] { $path } går inte att läsa: { $reason }
 }
    .advice = { $reason ->
    [not-found] kontrollera sökvägen
    [denied] be den som äger filen om läsrätt
    [folder] skriv också filens namn
    [loop] ta bort länken eller rätta vart den leder
   *[other] { "" }
 }
fault-too-large = { $path } är för stor för att vara en katalogfil
    .advice = en katalogfil får vara högst { $megabytes } MB; dela upp den i flera
fault-too-much = filerna i { $path } är för stora tillsammans
    .advice = en katalog får vara högst { $megabytes } MB
fault-not-text = { $path } är inte text i UTF-8
    .advice = öppna filen i en textredigerare och spara den med teckenkodningen UTF-8
fault-no-files = det finns inga katalogfiler i { $path }
    .advice = en katalog är en mapp med filer vars namn slutar på `.toml`; `hanvisa init` skriver en att utgå från

# Skrivsättet
fault-syntax = { $reason ->
    [unquoted] texten saknar citattecken
    [curly-quotes] fel sorts citattecken
    [no-boolean] ja och nej skrivs `true` och `false`
    [no-value] värdet saknas
    [no-equals] likhetstecknet saknas
    [no-comma] kommatecknet mellan värdena saknas
    [extra-comma] ett kommatecken för mycket
    [no-date] det finns inget sådant datum
    [leading-zero] ett tal kan inte börja med noll
    [duplicate-key] nyckeln står redan i samma post
    [duplicate-table] rubriken står redan högre upp i filen
    [no-table] nyckeln har redan ett värde och kan inte delas upp
    [unopened-text] texten saknar det inledande citattecknet
    [extra-equals] ett likhetstecken för mycket
    [bad-number] talet är fel skrivet
    [unclosed-text] texten slutar aldrig
    [unclosed-long-text] den långa texten slutar aldrig
    [unclosed-list] listan slutar aldrig
    [unclosed-table] tabellen slutar aldrig
    [trailing] det står något mer efter värdet
    [backslash] ett omvänt snedstreck betyder något särskilt i en text
    [carriage-return] radbrytningen är trasig
    [control-character] här står ett osynligt tecken
    [bad-key] nyckeln innehåller tecken som inte går att använda
    [no-key] raden är varken en rubrik eller en nyckel med ett värde
    [heading] rubriken är fel skriven
    [too-deep] listor och tabeller ligger i varandra i för många nivåer
    [settings-heading] rubriken är fel skriven
   *[other] raden går inte att tolka: { $reason }
 }
    .expected = { $reason ->
    [unquoted] skriv texten så: "…"
    [curly-quotes] skriv raka citattecken: "…"
    [no-boolean] med små bokstäver, utan citattecken
    [no-value] här ska det stå ett värde efter `=`
    [no-equals] skriv så: nyckel = värde
    [no-comma] här saknas ett komma
    [no-date] år, månad och dag skrivs så: 2023-01-31
    [leading-zero] sätt citattecken omkring: "…"
    [no-key] skriv så: nyckel = värde
    [unopened-text] skriv texten så: "…"
    [bad-number] skriv bara siffror: 12
    [unclosed-text] det avslutande citattecknet saknas
    [unclosed-long-text] texten börjar här men har inga avslutande citattecken
    [unclosed-list] `]` saknas
    [unclosed-table] {"`}`"} saknas
    [trailing] det här hör inte till värdet
    [bad-key] bara a–z, 0–9, `-` och `_`
    [heading] skriv så: [[service]]
    [settings-heading] skriv så: [keys]
   *[other] { "" }
 }
    .advice = { $reason ->
    [too-deep] ta bort överflödiga hakparenteser och klammerparenteser
    [curly-quotes] ordbehandlare gör om citattecken; skriv filen i en textredigerare
    [leading-zero] telefonnummer skrivs som text, inom citattecken
    [duplicate-key] behåll en av raderna
    [duplicate-table] poster av samma slag skrivs med dubbla hakparenteser, [[service]], en rubrik för varje post
    [trailing] varje nyckel ska stå på en egen rad; ett citattecken inne i en text skrivs \"
    [backslash] skriv två, \\, där det ska stå ett; eller skriv texten inom enkla citattecken: '…'
    [carriage-return] spara filen med vanliga radbrytningar i textredigeraren
    [control-character] ta bort tecknet; skriv om raden om du inte hittar det
   *[other] { "" }
 }
fault-unknown-key = { $table ->
    [file] det finns ingen rubrik eller nyckel `{ $key }` i en katalogfil
    [settings] det finns ingen inställning `{ $key }`
    [scenario-file] det finns ingen rubrik eller nyckel `{ $key }` i ett scenario
   *[other] `{ $table }` har ingen nyckel `{ $key }`
 }
    .advice = { $table ->
    [file] nyckeln hör kanske till en post, under en rubrik som [[service]]
    [scenario-file] ett scenario har [scenario], [[organisation]], [[move]], [[end]] och [[add]]
    [settings] `hanvisa man` räknar upp alla inställningar
   *[other] ta bort raden; `hanvisa schema` visar alla nycklar som finns
 }
fault-missing-key = { $table ->
    [file] filen saknar `{ $key }`
    [scenario-file] filen saknar rubriken `[{ $key }]`
   *[other] `{ $table }` saknar `{ $key }`
 }
    .expected = här måste också finnas: { $key } = …
    .advice = { $table ->
    [scenario-file] ett scenario börjar med [scenario], med name och at: den första dagen det gäller
   *[other] { "" }
 }
fault-wrong-type = `{ $key }` ska vara { $expected ->
    [text] text
    [integer] ett heltal
    [boolean] `true` eller `false`
    [date] ett datum
    [list] en lista
    [entries] en eller flera poster med egna rubriker
    [table] en tabell
    [text-or-list] en text eller en lista
    [text-or-table] en text eller en tabell
    [table-or-list] en tabell eller en lista
   *[other] något annat
 }, inte { $found ->
    [text] text
    [integer] ett tal
    [decimal] ett decimaltal
    [boolean] ja eller nej
    [date] ett datum
    [moment] ett klockslag
    [list] en lista
   *[table] en tabell
 }
    .expected = { $expected ->
    [text] { $found ->
        [list] en enda text: "…"
        [table] skriv så: "…"
       *[other] sätt citattecken omkring: "…"
     }
    [entries] skriv så: [[{ $key }]]
    [integer] skriv så: 12
    [boolean] skriv `true` eller `false`, utan citattecken
    [date] skriv så, utan citattecken och klockslag: 2023-01-31
    [list] { $found ->
        [text] sätt hakparenteser omkring: ["…"]
       *[other] skriv så: ["…", "…"]
     }
    [table] { $found ->
        [list] skriv så: [{ $key }]
       *[other] skriv så: {"{"} nyckel = värde {"}"}
     }
    [text-or-list] skriv så: "…" eller så: ["…", "…"]
    [text-or-table] skriv så: "…"
    [table-or-list] skriv så: {"{"} nyckel = värde {"}"}
   *[other] { "" }
 }
fault-unknown-word = `{ $key }` kan inte vara `{ $value }`
    .expected = något av { $allowed }
fault-out-of-range = `{ $key }` kan inte vara { $value }
    .expected = { $most ->
    [none] ett heltal från { $least } till fyra miljarder
   *[other] ett heltal från { $least } till { $most }
 }
fault-empty-list = listan `{ $key }` är tom
    .expected = här måste det stå något
    .advice = { $key ->
    [municipalities] ta bort raden om det gäller alla kommuner
    [services] { $format ->
        [scenario] skriv vilka tjänster det gäller
       *[other] skriv vilka tjänster det gäller; i en hänvisning gäller det alla om raden tas bort
    }
   *[other] { "" }
 }
fault-empty-text = `{ $key }` är tom
    .expected = här måste det stå något

# Id:n och vad de syftar på
fault-bad-id = `{ $id }` duger inte som id
    .expected = bara a–z, 0–9 och bindestreck, högst 64 tecken
    .advice = skriv å och ä som a, ö som o, mellanslag som bindestreck: `hallefors`, `gator-och-vagar`
fault-duplicate-id = id:t `{ $id }` har redan { $table ->
    [source] en annan källa
    [topic] ett annat ämne
    [municipality] en annan kommun
    [organisation] en annan organisation eller grupp
    [group] en annan organisation eller grupp
    [service] en annan tjänst
    [finding] ett annat fynd
   *[unit] en annan enhet i samma organisation
 }
    .expected = välj ett annat id, eller slå ihop posterna
    .other = först här
fault-unknown-id = det finns { $table ->
    [source] ingen källa
    [topic] inget ämne
    [municipality] ingen kommun
    [organisation] ingen organisation
    [group] ingen grupp
    [settings] ingen kommun eller ort
    [service] ingen tjänst
   *[finding] inget fynd
 } { $table ->
    [settings] `{ $id }` i katalogen
   *[other] med id `{ $id }`
 }
    .advice = { $table ->
    [settings] skriv en kommun eller ort som katalogen har, eller ta bort raden
   *[other] rätta id:t, eller lägg till en post [[{ $table }]] med det
 }
fault-unknown-unit = `{ $organisation }` har ingen enhet med id `{ $unit }`
    .advice = rätta id:t, eller lägg till enheten under [[organisation.unit]]

# Tid
fault-backwards = perioden slutar { $until }, innan den börjar { $from }
    .other = början
fault-outside-life = { $from ->
    [none] `{ $organisation }` fanns bara till och med { $until }
   *[other] { $until ->
        [none] `{ $organisation }` finns först från och med { $from }
       *[other] `{ $organisation }` fanns bara från { $from } till { $until }
     }
 }
    .expected = perioden ligger helt utanför
    .other = organisationen
    .advice = rätta datumet, eller ange den organisation som hade ansvaret då
fault-names-overlap = namnen ”{ $first }” och ”{ $second }” gäller samtidigt
    .other = det andra namnet
    .advice = sätt `until` på det äldre namnet och `from` på det nyare, dagen efter
fault-contacts-overlap = två kontakter gäller samtidigt
    .other = den andra kontakten
    .advice = sätt `until` på den äldre kontakten och `from` på den nyare, dagen efter
fault-named-twice = `{ $id }` står två gånger i samma lista
    .other = här står det först
    .advice = ta bort det ena

# Kommuner och organisationer
fault-not-served = `{ $organisation }` arbetar inte åt kommunen `{ $municipality }`
    .advice = ta bort kommunen här, eller lägg till den i organisationens `serves`
fault-nobody-serves = ingen av `{ $organisations }` arbetar åt kommunen `{ $municipality }`
    .advice = ta bort kommunen här, eller flytta det för den i en egen post till en enda: den får då göra det åt kommunen
fault-nothing-to-take = { $elsewhere ->
    [yes] `{ $organisation }` har tjänsten `{ $service }` { $day }, men inte i de moment och kommuner som posten gäller
   *[other] `{ $organisation }` har inget av tjänsten `{ $service }` att lämna ifrån sig { $day }
 }
    .expected = se vem som har den: hanvisa show { $service } --at { $day }
    .advice = { $elsewhere ->
    [yes] ändra `steps` eller `municipalities`; utan `municipalities` gäller posten de kommuner som den som tar över redan arbetar åt
   *[other] rätta id:t, eller ange den som har tjänsten
 }
fault-already-taken = `{ $service }` är redan tagen från `{ $organisation }` i det här scenariot
    .other = här tas den först
    .advice = ta bort den ena posten, eller dela upp dem med `steps` och `municipalities`
fault-already-has = `{ $organisation }` har redan de momenten av `{ $service }` { $day }
    .expected = se vem som har den: hanvisa show { $service } --at { $day }
    .advice = ta bort tjänsten här, eller ange andra `steps`, `municipalities` eller `condition`
fault-moves-nowhere = `{ $organisation }` har det redan: `from` och `to` är samma
    .expected = den som ska ta över
    .advice = ange en annan organisation, eller ta bort posten
fault-not-there = { $from ->
    [none] `{ $organisation }` fanns bara till och med { $until }, men scenariot gäller från { $day }
   *[other] { $until ->
        [none] `{ $organisation }` finns först från och med { $from }, men scenariot gäller från { $day }
       *[other] `{ $organisation }` fanns bara från { $from } till { $until }, men scenariot gäller från { $day }
     }
 }
    .advice = ange en organisation som finns då, eller ändra `at`
fault-past-day = { $day } har redan varit: i dag är det { $today }
    .expected = första dagen som det ska gälla
    .advice = ange en dag som kommer, eller jämför på en annan dag: hanvisa compare … --at { $day }
fault-changes-nothing = scenariot ändrar ingenting
    .advice = lägg till minst en post: [[move]], [[end]] eller [[add]]
fault-no-name = organisationen `{ $organisation }` har inget namn
    .advice = lägg till `name`, eller `names` om den har bytt namn
fault-two-names = `{ $key }` kan inte stå bredvid `names`
    .other = namnen över tid
    .advice = { $key ->
    [short] flytta kortnamnet in i `names`
   *[other] flytta namnet in i `names`, eller ta bort `names`
 }
fault-successor-loop = efterträdarna går i ring: { $ring }
    .advice = den sista i kedjan ska inte ha någon `successor`
fault-successor-without-end = `{ $organisation }` har en efterträdare men ingen sista dag
    .advice = lägg till `until`, eller ta bort `successor` om organisationen finns kvar
fault-serves-nobody = `{ $organisation }` arbetar inte åt någon kommun: `serves` är tom
    .advice = ange kommunerna i `serves`, eller ta bort raden om det är alla
fault-no-settings = ingen av filerna har rubriken [catalogue]
    .advice = lägg till [catalogue] med name, timezone och country, helst först i den första filen
fault-two-settings = [catalogue] finns två gånger
    .expected = behåll en av dem
    .other = den första
fault-no-municipality = katalogen har ingen kommun
    .advice = lägg till minst en post [[municipality]]
fault-bad-timezone = det finns ingen tidszon `{ $timezone }`
    .expected = till exempel "Europe/Stockholm"
fault-bad-country = helgdagarna i `{ $country }` är inte kända
    .expected = ett lands två bokstäver, till exempel "SE"
fault-bad-hours = { $reason ->
    [long] öppettiderna är för långa: `{ $hours }`
    [meaning] öppettiderna kan inte stämma: `{ $hours }`
   *[other] öppettiderna går inte att tolka: `{ $hours }`
 }
    .expected = { $reason ->
    [long] högst 500 tecken
    [meaning] ett klockslag, en vecka eller ett år kan inte finnas
   *[other] härifrån
 }
    .advice = skriv till exempel `Mo-Fr 08:00-12:00,13:00-16:00; PH off`: dagarna heter Mo Tu We Th Fr Sa Su, helgdagar PH, stängt off

# Källor, hänvisningar, fynd
fault-no-source = `{ $key }` är `documented`, men ingen källa är angiven
    .expected = { $key ->
    [status] ange källan i `sources`, eller skriv "illustrative" om det är ett exempel
   *[other] ange källan i `sources`, eller skriv "inferred" eller "assumed"
 }
fault-not-here-where = `not_here` säger inte vart man ska vända sig
    .expected = lägg till `organisation` eller `service`
fault-not-here-self = hänvisningen leder tillbaka till `{ $service }`
    .other = tjänsten själv
    .advice = ange en annan tjänst, eller bara organisationen
fault-referral-to-self = `{ $organisation }` kan inte hänvisa till sig själv
    .expected = en annan organisation

# Varningar
fault-no-contact = ingen att ringa först om { $service } i { $municipalities }
    .advice = lägg till ett ansvar med `contact` bland `steps`
fault-no-phone = `{ $organisation }` har inget telefonnummer, fast det är dit man ska vända sig
    .advice = lägg till `phone` under `contact`
fault-overdue = { $count } av { $all } uppgifter har inte kontrollerats i tid
    .advice = kontrollera dem och sätt `verified` till dagens datum
fault-overdue-contact = kontaktuppgifterna till `{ $organisation }` är från { $verified }
    .advice = ring och kontrollera, och sätt `verified` till dagens datum
fault-unused-organisation = ingenting i katalogen nämner organisationen `{ $organisation }`
    .advice = ge den ett ansvar, eller ta bort den
fault-unused-source = ingenting i katalogen hänvisar till källan `{ $source }`
    .advice = ta bort den om den inte behövs
fault-unused-topic = ingen tjänst hör till ämnet `{ $topic }`
    .advice = ta bort ämnet, eller rätta tjänsternas `topic`
fault-undialable = `{ $number }` går inte att ringa
    .expected = 3–15 siffror; mellanslag, bindestreck och parenteser går bra
    .advice = lägg annat än numret i `note`
fault-shared-place = { $place } ligger i både { $first } och { $second }
    .advice = det kan stämma; annars ta bort orten i den ena kommunen
fault-twice-the-same = `{ $organisation }` har samma ansvar två gånger
    .expected = ta bort den ena
    .other = den första
fault-entered-twice = `{ $second }` och `{ $first }` är nog samma, införd två gånger
    .advice = slå ihop dem, eller låt namn och uppgifter visa vad som skiljer dem åt
fault-ended-in-use = `{ $organisation }` har upphört utan efterträdare, men { $service } hänvisar dit
    .advice = ange `successor`, eller vem som har ansvaret nu
fault-verdict-astray = bedömningen av `{ $id }` ({ $verdict ->
    [open] öppen
    [investigating] utreds
    [intended] avsiktlig
   *[resolved] löst
 }) gäller inget fynd { $day }
    .advice = rätta id:t i verdicts.toml; eller ta bort bedömningen, om fyndet är borta
fault-verdict-moved = bedömningen av `{ $id }` ({ $verdict ->
    [open] öppen
    [investigating] utreds
    [intended] avsiktlig
   *[resolved] löst
 }) gjordes { $on } om något annat: fyndet gäller nu andra moment eller andra kommuner
    .advice = bedöm fyndet igen: hanvisa verdict { $id }
fault-verdict-never = bedömningen av `{ $id }` gäller aldrig: den slutar { $until }, före dagen den gjordes, { $on }
    .advice = rätta `until` eller `on` i verdicts.toml
fault-verdict-on-part = bedömningen av `{ $id }` ({ $verdict ->
    [open] öppen
    [investigating] utreds
    [intended] avsiktlig
   *[resolved] löst
 }) gäller inte längre: det ingår nu i fyndet `{ $whole }`
    .advice = bedöm `{ $whole }` i stället
fault-verdict-succeeded = tidigare beslut om `{ $id }` ({ $verdict ->
    [open] öppen
    [investigating] utreds
    [intended] avsiktlig
   *[resolved] löst
 }) gäller inte längre: { $gone } har efterträtts av { $heirs }{ $now ->
    [none] { "" }
   *[other] , och fyndet heter nu `{ $now }`
 }
    .advice = { $now ->
    [none] ta bort bedömningen, om fyndet är borta
   *[other] bedöm `{ $now }`, om beslutet ska gälla också nu
 }
fault-entrance-to-come = { $how ->
    [nobody] `{ $service }` har ingen första kontakt i { $municipalities } från och med { $day }
   *[several] `{ $service }` har flera första kontakter i { $municipalities } från och med { $day }, och inget villkor skiljer dem åt
 }
    .other = { $how ->
    [nobody] den här börjar först senare
   *[several] den här gäller också då
 }
    .advice = { $how ->
    [nobody] lägg till den som tar över, med `from` dagen efter
   *[several] sätt `until` på den som slutar, dagen innan den nya börjar
 }
fault-no-summary = { $service } har ingen beskrivning
    .advice = lägg till `summary`: en mening som går att läsa upp
fault-hidden-characters = texten innehåller osynliga tecken: { $characters }
    .expected = de visas som �
    .advice = skriv om texten för hand; sådana tecken följer ofta med när man klistrar in

# Tangenterna i inställningarna.
fault-no-such-command = det finns inget kommando som heter { $command }
    .expected = ett kommando, som copy eller municipality
    .advice = Kommandona står i hjälpen (F1) och under TANGENTER i hanvisa man.
fault-no-such-key = det finns ingen tangent som heter { $key }
    .expected = en tangent, som ctrl-y eller f6
fault-key-writes = { $key } hör till sökraden
    .expected = en tangent med ctrl, eller en som inte är en bokstav
fault-key-conflict = { $key } gör redan något annat
    .expected = { $first } och { $second } kan inte ha samma tangent
fault-no-keys = { $command } har inga tangenter i listan
    .expected = minst en tangent, till exempel "ctrl-y"
    .advice = ta bort raden, så gäller de tangenter som programmet har från början
fault-no-way-out = { $command } måste ha en tangent
    .expected = minst en tangent, annars kommer man inte ut
