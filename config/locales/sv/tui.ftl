# Skärmens ord.

program-name = hänvisa
header-caller = Uppringare:
header-all = alla kommuner
header-all-brief = alla
header-emergency = 112 · jour { $key }
header-other-day = visar { $day }

view-services = Tjänster
view-findings = Dubbelarbete
view-matrix = Matris
view-organisations = Organisationer

query-hint-services = Skriv det den som ringer säger: lukt avlopp gyttorp
query-hint-findings = Skriv en tjänst, en organisation eller ett ord: snö bmb
query-hint-organisations = Skriv ett namn, gärna ett gammalt: bkt
query-count = { $fit } av { $all }

row-municipalities = { $n } kommuner
row-ended = finns inte längre

matrix-by-municipality = TJÄNST × KOMMUN
matrix-by-organisation = TJÄNST × ORGANISATION
matrix-all = { $n ->
    [one] en tjänst
   *[other] { $n } tjänster
}

label-why = VARFÖR
label-chain = KEDJA
label-services = TJÄNSTER
label-who-is-it = VEM
label-step = MOMENT
label-where = VAR
label-suggestion = FÖRSLAG
label-verdict = BEDÖMNING
label-sure = Säkerhet
label-id = Id
label-serves = Betjänar
label-email = E-post
label-web = Webb
label-address = Adress
label-units = Delar
label-names = Namn
label-took-over = Efter
label-ended = SLUT
label-successor = I STÄLLET

cell-own = kommunen

card-example = påhittat exempel
card-not-yet = finns inte än den här dagen
card-services = { $n ->
    [one] HAR HAND OM EN TJÄNST
   *[other] HAR HAND OM { $n } TJÄNSTER
}

finding-more-services = { $n ->
    [one] och en till
   *[other] och { $n } till
}
finding-residents = { $residents } invånare
thousands = {" "}

news-about = Fynd om { $of }. { $back } leder tillbaka.
news-services = Tjänster i fyndet { $of }. { $back } leder tillbaka.
news-renamed = { $said } heter i dag { $name }.
news-succeeded = { $said } upphörde { $day }. { $name } har tagit över.
news-ended = { $said } upphörde { $day }, och ingen har tagit över.
news-not-yet = { $said } finns inte än den här dagen.
news-unmatched = Inget liknar { $words }.
news-did-you-mean = Inget liknar { $words }. Menade du { $nearest }?
news-guess = Inget passar riktigt. Det här är gissningar.
nothing-found = Ingen träff
no-findings = Inget fynd
nothing-found-advice = Prova ett annat ord för saken, eller sudda ett ord i taget med { $word }. { $close } börjar om.

waiting-reading = Läser katalogen … { $percent } %

notice-reread = Katalogen är läst på nytt.
notice-copied = Kopierat.
notice-not-copied = Det gick inte att kopiera: { $reason }
notice-nothing-to-copy = Det finns inget att kopiera.
notice-nothing-selected = Inget är valt.
notice-no-findings = Inget är funnet om tjänsten.
notice-no-findings-of = Inget fynd rör organisationen.
notice-no-services = Fyndet gäller ingen särskild tjänst.
notice-broken = { $n ->
    [one] Filerna har ett fel (hanvisa check). Katalogen från { $time } visas.
   *[other] Filerna har { $n } fel (hanvisa check). Katalogen från { $time } visas.
}
notice-gone = Filerna går inte att nå. Katalogen från { $time } visas.
notice-unattended = Filerna läses inte om längre. Katalogen från { $time } visas. Starta om.
notice-as-of = katalogen från { $time }
notice-judged = Bedömningen står i { $file }
notice-unwritten = Bedömningen är inte skriven: { $reason }
notice-unwritten-faults = Bedömningen är inte skriven, för filen har fel. Kör hanvisa duplicates.
notice-unwritten-nowhere = Bedömningen är inte skriven: det finns ingen mapp för den.
notice-verdicts-reread = Bedömningarna är lästa på nytt.
notice-verdicts-broken = { $n ->
    [one] Bedömningarna har ett fel och är inte lästa. Kör hanvisa duplicates.
   *[other] Bedömningarna har { $n } fel och är inte lästa. Kör hanvisa duplicates.
}
notice-verdict-where = Fynd bedöms i vyn Dubbelarbete ({ $key }).
notice-why-where = Träffar förklaras i vyn Tjänster ({ $key }).
notice-why-nothing-said = Inget är skrivet att leta efter. Utan ord står tjänsterna efter namn.
notice-why-not-found = Tjänsten visas av andra skäl än det som är skrivet.
notice-window-open = Du har skrivit något här. Stäng det först med { $key }.

footer-card = kort
footer-copy = kopiera
footer-municipality = kommun
footer-views = vyer
footer-findings = fynd
footer-services = tjänster
footer-by-organisation = organisationer
footer-by-municipality = kommuner
footer-fold = fäll ihop
footer-unfold = fäll ut
footer-day = dag
footer-verdict = bedöm
footer-go-on = vidare
footer-write-down = skriv ner
footer-why = varför
footer-next-hit = nästa träff
footer-previous-hit = förra
footer-help = hjälp
footer-quit = sluta
footer-clear = rensa
footer-close = stäng
footer-back = tillbaka
footer-more = mer
footer-choose = välj

help-title = Tangenter
help-nothing = Ingen tangent gör det.
help-tip-digits = När sökraden är tom väljer en siffra uppringarens kommun: 1 för den första, 0 för alla. Frågetecken öppnar hjälpen.
help-tip-filters = I sökraden: @nora visar det som gäller Nora, #bmb det en organisation har hand om, och ett ensamt ! det som har fynd.
help-tip-places = Skriv en ort så vet hänvisa kommunen: lukt avlopp gyttorp gäller Nora.
help-tip-signs = Tecken: ● öppet  ○ stängt  ≠ fynd, till exempel dubbelarbete  ! akut  ~ följer av källor  ? antaget  ◐ utreds  = avsiktligt  ✓ löst
overlay-hint = skriv för att leta

date-title = Vilken dag ska visas?
date-hint = till exempel 2014-09-01
date-today = Tom rad betyder i dag.
date-wrong = Skriv dagen som 2014-09-01.

why-title = Varför den här träffen?
why-place = Träff { $place } av { $all }, { $score } poäng av 1000
why-language = språk: { $language }
why-said = SAGT
why-weight = VIKT
why-found = HITTAT
why-how = HUR OCH VAR
why-worth = VÄRDE
why-not-here = finns inte i den här tjänsten
why-unmatched = liknar inget i katalogen
why-note = Vikten är hur mycket ordet betyder i det som är sagt, värdet hur väl det hittade passar. Båda går till 1000.

verdict-title = Vad är bestämt?
verdict-why = Varför, och enligt vilket avtal?
verdict-why-empty = Raden får vara tom.
verdict-last-day = Till och med vilken dag?
verdict-no-last-day = Tom rad betyder tills vidare.
verdict-last-day-passed = Den dagen har redan passerat.

municipality-title = Var bor den som ringer?
municipality-all = alla kommuner
municipality-none = Ingen kommun och ingen ort heter så.

emergency-title = Akut och jour

too-small = Fönstret är för litet. Minst { $width } × { $height } behövs.

section-call = Under samtalet
section-moving = Flytta sig
section-editing = Skriva
section-program = Programmet

command-open = Öppna kortet över hela skärmen
command-copy = Kopiera en mening att läsa upp eller skicka
command-why = Visa varför den valda tjänsten hittas: vilka ord, hur, och vad de väger
command-municipality = Välj uppringarens kommun
command-date = Visa en annan dag, eller i dag igen
command-emergency = Visa nödnummer och jourer
command-close = Stäng det som är öppet, töm sökraden, och sedan kommunen: ett nytt samtal
command-next-view = Nästa vy
command-previous-view = Förra vyn
command-services = Visa tjänsterna
command-findings = Visa fynden: dubbelarbete, oklara ingångar, kedjor och luckor
command-across = Från en tjänst till fynden om den, från ett fynd till dess tjänster, och tillbaka
command-matrix = Visa matrisen: vem som har vad i varje kommun
command-organisations = Visa organisationerna
command-columns = Byt mellan kommuner och organisationer i matrisen
command-verdict = Skriv ner vad som är bestämt om fyndet
command-up = En rad upp
command-down = En rad ner
command-page-up = En sida upp
command-page-down = En sida ner
command-first = Till första raden
command-last = Till sista raden
command-scroll-up = Rulla kortet uppåt
command-scroll-down = Rulla kortet nedåt
command-left = Ett tecken åt vänster
command-right = Ett tecken åt höger
command-word-left = Ett ord åt vänster
command-word-right = Ett ord åt höger
command-line-start = Till radens början
command-line-end = Till radens slut
command-delete-back = Sudda tecknet före
command-delete-forward = Sudda tecknet efter
command-delete-word = Sudda ordet före
command-clear-line = Töm sökraden
command-help = Visa den här hjälpen
command-redraw = Rita om skärmen
command-suspend = Lägg programmet åt sidan (fg tar fram det igen)
command-quit = Sluta
