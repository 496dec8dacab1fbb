# Kommandoraden: hjälpen, korten, felen. Ord inom `…` skrivs så.

# Hjälpen
cli-about = Vem har ansvaret, och vem ringer man? Hänvisningar för den som svarar i kommunens telefon.
cli-heading-usage = Användning:
cli-heading-commands = Kommandon
cli-heading-arguments = Argument
cli-heading-options = Flaggor
cli-heading-shared = Gemensamma flaggor
cli-usage = hanvisa [FLAGGOR] [FRÅGA]…
            hanvisa [FLAGGOR] KOMMANDO
cli-usage-search = hanvisa search [FLAGGOR] FRÅGA…
cli-usage-show = hanvisa show [FLAGGOR] TJÄNST…
cli-usage-check = hanvisa check [FLAGGOR] [SÖKVÄG]
cli-usage-compare = hanvisa compare [FLAGGOR] [KATALOG] [KATALOG]
cli-usage-report = hanvisa report --output FIL [--from DATUM]
cli-usage-schema = hanvisa schema [FORM]
cli-usage-init = hanvisa init MAPP
cli-usage-completions = hanvisa completions SKAL
cli-usage-man = hanvisa man
cli-usage-help = hanvisa help [KOMMANDO]
cli-value-command = KOMMANDO
cli-value-query = FRÅGA
cli-value-count = ANTAL
cli-value-format = FORM
cli-value-service = TJÄNST
cli-value-path = SÖKVÄG
cli-value-catalogue = KATALOG
cli-value-file = FIL
cli-value-folder = MAPP
cli-value-shell = SKAL
cli-value-municipality = KOMMUN
cli-value-moment = DATUM
cli-value-language = SPRÅK
cli-value-color = NÄR
cli-query = Det som den som ringer säger, till exempel: lukt avlopp gyttorp
cli-search = Sök tjänster; en träff på varje rad
cli-show = Visa en tjänst och vem man ringer
cli-check = Granska katalogen och visa alla fel i den
cli-compare = Visa vad som skiljer två dagar, två kataloger eller en katalog och ett scenario
cli-report = Skriv en rapport om ansvar och dubbelarbete till en fil
cli-schema = Skriv ut katalogens eller scenariers format som JSON Schema, för redigeringsprogram
cli-init = Skriv den inbyggda katalogen till en mapp, för att ändra i den
cli-completions = Skriv ut ett skript som låter skalet fylla i kommandon
cli-man = Skriv ut manualsidan
cli-help-command = Visa hjälp, också om ett visst kommando
cli-help-which = Kommandot att visa hjälp om
cli-limit = Högst så många träffar (annars 20)
cli-explain = Säg varför varje tjänst hittas: vilka ord, hur, och vad de väger
cli-format-search = table (tabell), json eller tsv (tabbavskilt)
cli-format-text = text eller json
cli-show-service = Tjänstens id eller namn, till exempel: snorojning
cli-check-path = Mapp eller fil att granska, i stället för katalogen i bruk
cli-compare-places = Kataloger eller scenarier att jämföra; en ensam jämförs med katalogen i bruk
cli-compare-from = Den första dagen (annars i dag)
cli-compare-to = Den andra dagen (annars i dag)
cli-format-compare = text, json eller markdown
cli-report-output = Filen: .html eller .md
cli-report-from = Berätta också vad som har ändrats sedan den dagen
cli-schema-of = catalogue (katalog, annars) eller scenario
cli-init-folder = Mappen att skriva i; den skapas om den saknas
cli-completions-shell = bash, zsh, fish, elvish eller powershell
cli-municipality = Kommunen som den som ringer bor i: id, namn eller ort; ”alla” visar alla. En ort i frågan går före
cli-at = Svara som det var eller blir då, till exempel 2014-09-01 eller 2026-11-23T10:42 (annars nu)
cli-catalogue = Katalogen: en mapp med TOML-filer
cli-config = Inställningsfilen
cli-lang = Språket: sv eller en
cli-color = Färger: auto, always (alltid) eller never (aldrig)
cli-help = Visa hjälp
cli-version = Visa version
cli-examples-only = hanvisa
    hanvisa lukt avlopp gyttorp
    hanvisa search sophämtning --municipality nora
    hanvisa show snorojning --at 2014-09-01
cli-examples = Exempel:
    {"  "}hanvisa                                          öppna programmet
    {"  "}hanvisa lukt avlopp gyttorp                      öppna det med frågan ifylld
    {"  "}hanvisa search sophämtning --municipality nora   sök utan att öppna det
    {"  "}hanvisa show snorojning --at 2014-09-01          vem som hade hand om det då

# Manualsidan
cli-man-name = Namn
cli-man-synopsis = Användning
cli-man-description = Beskrivning
cli-man-about = Den som svarar i kommunens telefon skriver vad den som ringer säger, och får veta vem som har ansvaret, hur man når dem just nu och var frågan annars hör hemma. Utan kommando öppnas programmet i terminalen. Svaret gäller i dag, eller den dag som anges med --at: katalogen rymmer både då och nu.
cli-man-keys = Tangenter
cli-man-exit = Slutstatus
cli-man-environment = Miljövariabler
cli-man-files = Filer
cli-man-settings = Inställningar
cli-man-settings-about = Så här ser inställningsfilen ut när ingenting är ändrat:
cli-man-examples = Exempel
cli-exit-done = Det är gjort.
cli-exit-no = Svaret är nej: inget hittades, eller katalogen har fel.
cli-exit-failed = Det gick inte att få något svar.
cli-variable-catalogue = Katalogen, när --catalogue inte anges.
cli-variable-config = Inställningsfilen, när --config inte anges.
cli-variable-lang = Språket, när varken --lang eller inställningarna säger något: engelska om den första som är satt börjar med ”en”, annars svenska. Texten är alltid i UTF-8.
cli-variable-no-color = Inga färger om den är satt.
cli-file-config = Inställningarna.
cli-file-catalogue = En egen katalog. Finns det TOML-filer här används de i stället för den inbyggda katalogen.
cli-file-reports = Rapporter om fel i programmet självt. Utan plats här läggs de i mappen för tillfälliga filer.

# Kortet
cli-everywhere = alla kommuner
cli-former-name = ”{ $old }” heter numera { $new }.
cli-illustrative = (påhittat exempel)

# Sökningen
cli-unclear-between = oklart: { $names }
cli-nothing-found = Inget hittades för ”{ $query }”.
cli-unmatched = Inget i katalogen liknar: { $words }.
cli-weak = Inget passar riktigt. Det här är gissningar.
cli-more-hits = { $shown } av { $n } träffar visas; fler med --limit.

# Varför en tjänst hittas
cli-explain-words = Ord och vikt ({ $language }): { $words }

# Tjänst som saknas, katalog som skrivits
cli-unknown-service = Det finns ingen tjänst med id eller namn ”{ $service }”.
cli-search-instead = Sök i stället: hanvisa search { $words }
cli-init-done = { $n ->
    [one] En fil är skriven till { $folder }
   *[other] { $n } filer är skrivna till { $folder }
 }
cli-init-check = Ändra i filerna, och granska dem sedan:
cli-init-try = Prova dem:
cli-init-in-use = Katalogen används från och med nu; den ligger där programmet letar.
cli-init-always = Använd dem alltid, med en rad i { $file }:

# Felen
error-label = fel:
warning-label = varning:
error-did-you-mean = Menade du { $nearest }?
error-missing-value = { $argument } saknar sitt värde
error-invalid-value = ”{ $value }” passar inte för { $argument }
error-valid-values = Det kan vara: { $values }
error-unknown-argument = flaggan { $argument } finns inte
error-unexpected-word = ”{ $word }” är ett ord för mycket
error-unknown-command = kommandot { $command } finns inte
error-argument-twice = { $argument } står mer än en gång
error-argument-conflict = { $argument } går inte ihop med { $other }
error-missing-argument = det fattas något: { $argument }
error-too-many-values = ”{ $value }” är ett värde för mycket för { $argument }
error-not-text = kommandoraden innehåller tecken som inte är UTF-8
error-usage = kommandoraden går inte att förstå
error-more-help = Hjälp: { $command } --help
error-catalogue = { $n ->
    [one] katalogen kan inte användas förrän felet ovan är rättat
   *[other] katalogen kan inte användas förrän felen ovan är rättade
}
error-catalogue-advice = Granska den med: hanvisa check { $path }
error-config = { $n ->
    [one] inställningarna kan inte användas förrän felet ovan är rättat
   *[other] inställningarna kan inte användas förrän felen ovan är rättade
}
reason-not-found = mappen finns inte
reason-denied = du har inte rätt till det
reason-folder = det är en mapp
reason-in-the-way = något annat ligger i vägen
reason-full = det finns ingen plats kvar
reason-read-only = disken går bara att läsa
error-config-advice = Alla inställningar och deras värden står under INSTÄLLNINGAR i: hanvisa man
error-scenario = { $n ->
    [one] scenariot kan inte användas förrän felet ovan är rättat
   *[other] scenariot kan inte användas förrän felen ovan är rättade
}
error-scenario-advice = Formatet visas av: hanvisa schema scenario
check-scenario = Scenariot ”{ $name }” { $warned ->
    [yes] går att använda
   *[no] är felfritt
 } och gäller { $days ->
    [several] från { $day }; allt gäller från { $last }
   *[one] från { $day }
 }. Det ändrar katalogen { $catalogue }; jämför dem med: hanvisa compare
check-scenario-stopped = { $n ->
    [one] Ett fel. Scenariot kan inte användas förrän det är rättat.
   *[other] { $n } fel. Scenariot kan inte användas förrän de är rättade.
 }
error-nothing-to-compare = det finns inget att jämföra
error-nothing-to-compare-advice = Ange två dagar (--from 2014-09-01 --to 2026-11-23), två kataloger eller ett scenario.
error-report-form = { $path } är varken en HTML-fil eller en Markdown-fil
error-report-form-advice = Låt namnet sluta på .html eller .md.
error-report-place = { $path } går inte att skriva: det är ingen vanlig fil
error-report-place-advice = Välj ett annat namn.
error-report-all = en rapport gäller alla kommuner
error-report-all-advice = Ta bort --municipality.
error-verdict-all = en bedömning gäller hela fyndet, i alla dess kommuner
error-verdict-all-advice = Ta bort --municipality.
error-open-until = det som är öppet är det tills någon bestämmer något, inte till en viss dag
error-open-until-advice = Ta bort --until.
cli-report-done = Rapporten är skriven till { $path }
error-moment = { $flag }: ”{ $written }” är inget datum
error-moment-advice = Skriv år, månad och dag, och klockslag om det behövs: 2014-09-01 eller 2026-11-23T10:42.
error-count-advice = Skriv ett helt tal, 1 eller mer.
error-days-backwards = { $from } kommer efter { $to }
error-days-backwards-advice = Skriv den tidigare dagen i --from.
error-two-days = --at och --to säger båda vilken dag det jämförs med
error-two-days-advice = Behåll en av dem.
error-note-long = { $flag } är { $length } tecken långt; högst { $most } ryms
error-note-long-advice = Skriv det viktigaste, och var resten står.
cli-verdict-today = Det är daterat i dag, { $today }: { $day } har inte kommit än.
cli-ended-organisation = { $name } finns inte längre ({ $day }).
error-passed-day = { $flag }: { $day } har redan passerat
error-passed-day-advice = Skriv den sista dagen som det ska gälla, eller utelämna flaggan om det gäller tills vidare.
error-municipality = det finns ingen kommun eller ort som heter ”{ $written }” i katalogen
error-municipalities = Kommunerna är: { $all }
error-shared-place = { $place } ligger i flera kommuner: { $municipalities }
error-shared-place-advice = Ange kommunen i stället.
error-no-terminal = programmet behöver en terminal att visa sig i
error-no-terminal-advice = Utan terminal: hanvisa search FRÅGA
error-not-empty = { $folder } innehåller redan TOML-filer, och inget skrivs över
error-not-empty-advice = Välj en mapp som är tom eller inte finns.
error-unwritable = { $path } går inte att skriva: { $reason }
error-output = svaret går inte att skriva ut: { $reason }
error-terminal = terminalen går inte att använda längre: { $reason }
error-crash = programmet stannade av ett fel i sig självt
error-crash-nothing-lost = Ingenting är förlorat: katalogen och bedömningarna ligger kvar som de var. Starta hanvisa igen.
error-crash-report = En rapport ligger i { $path }. Lämna den till den som sköter programmet. I den står ingenting av det som skrevs eller av katalogen.
error-crash-no-report = Rapporten gick inte att spara. Säg till den som sköter programmet att det hände i { $place }.

# Fynden och matrisen
cli-usage-duplicates = hanvisa duplicates [FLAGGOR]
cli-usage-matrix = hanvisa matrix [FLAGGOR]
cli-duplicates = Visa dubbelarbete, otydliga ingångar, hänvisningskedjor och annat som hittats
cli-matrix = Visa vem som har varje tjänst, kommun för kommun eller organisation för organisation
cli-value-kind = SLAG
cli-value-organisation = ORGANISATION
cli-value-by = EFTER
cli-kind = Bara ett slag: { $words }
cli-organisation = Bara det som en organisation har del i: id eller namn
cli-by = Kolumnerna: { $words }
cli-format-duplicates = table (tabell), json, csv (kalkylblad) eller markdown
cli-format-matrix = table (tabell), json eller csv (kalkylblad)
cli-no-findings = Inget sådant hittades.
cli-no-service = ingen viss tjänst
cli-figures = { $n ->
    [0] { $municipality }: för { $known } av { $calls } tjänster är vägen känd{ $general ->
        [yes] , för { $inferred } följer den av en allmän hänvisning,
       *[no] ,
    }{ $astray ->
        [yes] {" "}för { $lost } kommer samtalet aldrig fram,
       *[no] {""}
    } och den som ringer skickas vidare { $hops } gånger i snitt; { $share } av tjänsterna har en enda ingång
   *[other] { $municipality }: för { $known } av { $calls } tjänster är vägen känd{ $general ->
        [yes] , för { $inferred } följer den av en allmän hänvisning,
       *[no] ,
    }{ $astray ->
        [yes] {" "}för { $lost } kommer samtalet aldrig fram,
       *[no] {""}
    } och den som ringer skickas vidare { $hops } gånger i snitt, för { $n } vet vi att det är mer än en gång; { $share } av tjänsterna har en enda ingång
 }
cli-figures-lost = { $municipality }: för { $known } av { $calls } tjänster är vägen känd{ $general ->
    [yes] , för { $inferred } följer den av en allmän hänvisning,
   *[no] ,
 } men inget av de samtalen kommer fram; { $share } av tjänsterna har en enda ingång
cli-figures-unknown = { $municipality }: ingen har skrivit ner vart samtalen går; { $share } av { $calls } tjänster har en enda ingång
cli-markdown-title = { $catalogue }: fynd { $day }
cli-markdown-decided = { $n ->
    [one] { $all }, varav ett är avgjort
   *[other] { $all }, varav { $n } är avgjorda
 }
cli-matrix-all = Alla
cli-matrix-hidden = { $n ->
    [one] En kolumn till får inte plats; den finns i --format csv.
   *[other] { $n } kolumner till får inte plats; de finns i --format csv.
 }
column-id = Id
column-kind = Slag
column-services = Tjänster
column-organisations = Organisationer
column-municipalities = Kommuner
column-residents = Invånare
column-step = Moment
column-evidence = Underlag
column-suggestion = Förslag
column-sources = Källor
column-confidence = Säkerhet
column-verdict = Bedömning
column-topic = Ämne
column-service = Tjänst
error-organisation = det finns ingen organisation som heter ”{ $written }” i katalogen

# Bedömningarna
cli-usage-verdict = hanvisa verdict [FLAGGOR] ID BEDÖMNING
cli-verdict = Skriv ner vad som är bestämt om ett fynd
cli-value-id = ID
cli-value-verdict = BEDÖMNING
cli-value-role = ROLL
cli-value-text = TEXT
cli-verdict-id = Fyndets id, som det står i: hanvisa duplicates
cli-verdict-which = open (öppen), investigating (utreds), intended (avsiktlig) eller resolved (löst)
cli-verdict-until = Sista dagen det gäller; sedan öppnas fyndet igen
cli-verdict-by = Vem som har bestämt: en roll, inget namn
cli-verdict-note = Varför, och enligt vilket avtal
cli-verdict-done = { $id }: { $verdict }. Det står i { $file }
cli-unknown-finding = Det finns inget fynd med id ”{ $id }” den dagen.
cli-finding-on-day = Det finns { $day }: lägg till --at { $day }
cli-verdict-part = { $id } ingår i fyndet { $whole }. Bedöm det i stället.
error-verdicts = bedömningarna kan inte användas förrän felen ovan är rättade
error-verdicts-advice = Rätta filen, eller flytta undan den; nya bedömningar skrivs då i en ny.
warning-no-verdicts = Så länge visas varje fynd som om ingen hade bestämt något om det.
error-no-home = det finns ingen mapp att spara bedömningar i
error-no-home-advice = Ange en egen katalog med --catalogue; bedömningarna sparas bredvid den.
