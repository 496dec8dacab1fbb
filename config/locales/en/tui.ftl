# The words of the screen.

program-name = hänvisa
header-caller = Caller:
header-all = all municipalities
header-all-brief = all
header-emergency = 112 · on call { $key }
header-other-day = showing { $day }

view-services = Services
view-findings = Double work
view-matrix = Matrix
view-organisations = Organisations

query-hint-services = Type what the caller says: lukt avlopp gyttorp
query-hint-findings = Type a service, an organisation or a word: snö bmb
query-hint-organisations = Type a name, an old one will do: bkt
query-count = { $fit } of { $all }

row-municipalities = { $n } municipalities
row-ended = no longer exists

matrix-by-municipality = SERVICE × MUNICIPALITY
matrix-by-organisation = SERVICE × ORGANISATION
matrix-all = { $n ->
    [one] one service
   *[other] { $n } services
}

label-why = WHY
label-chain = CHAIN
label-services = SERVICES
label-who-is-it = WHO
label-step = STEP
label-where = WHERE
label-suggestion = ADVICE
label-verdict = VERDICT
label-sure = Certainty
label-id = Id
label-serves = Serves
label-email = E-mail
label-web = Web
label-address = Address
label-units = Parts
label-names = Names
label-took-over = After
label-ended = ENDED
label-successor = INSTEAD

cell-own = own

card-example = made-up example
card-not-yet = does not exist yet on this day
card-services = { $n ->
    [one] HAS ONE SERVICE
   *[other] HAS { $n } SERVICES
}

finding-more-services = { $n ->
    [one] and one more
   *[other] and { $n } more
}
finding-residents = { $residents } residents
thousands = {","}

news-about = Findings about { $of }. { $back } leads back.
news-services = Services of the finding { $of }. { $back } leads back.
news-renamed = { $said } is now called { $name }.
news-succeeded = { $said } ended on { $day }. { $name } has taken over.
news-ended = { $said } ended on { $day }, and nobody has taken over.
news-not-yet = { $said } does not exist yet on this day.
news-unmatched = Nothing resembles { $words }.
news-did-you-mean = Nothing resembles { $words }. Did you mean { $nearest }?
news-guess = Nothing fits well. These are guesses.
nothing-found = Nothing found
no-findings = No findings
nothing-found-advice = Try another word for it, or take one word away at a time with { $word }. { $close } starts over.

waiting-reading = Reading the catalogue … { $percent } %

notice-reread = The catalogue has been read again.
notice-copied = Copied.
notice-not-copied = Could not copy: { $reason }
notice-nothing-to-copy = There is nothing to copy.
notice-nothing-selected = Nothing is selected.
notice-no-findings = Nothing has been found about the service.
notice-no-findings-of = No finding involves the organisation.
notice-no-services = The finding is about no single service.
notice-broken = { $n ->
    [one] The files have an error (hanvisa check). Shown as of { $time }.
   *[other] The files have { $n } errors (hanvisa check). Shown as of { $time }.
}
notice-gone = The files cannot be reached. Shown as of { $time }.
notice-unattended = The files are no longer read again. Shown as of { $time }. Start anew.
notice-as-of = shown as of { $time }
notice-judged = The verdict is written in { $file }
notice-unwritten = The verdict is not written: { $reason }
notice-unwritten-faults = The verdict is not written: the file has faults. Run hanvisa duplicates.
notice-unwritten-nowhere = The verdict is not written: there is no folder for it.
notice-verdicts-reread = The verdicts have been read again.
notice-verdicts-broken = { $n ->
    [one] The verdicts have a fault and are not read. Run hanvisa duplicates.
   *[other] The verdicts have { $n } faults and are not read. Run hanvisa duplicates.
}
notice-verdict-where = Verdicts are given in the view of findings ({ $key }).
notice-why-where = Hits are explained in the view of services ({ $key }).
notice-why-nothing-said = Nothing is typed to look for. Without words the services stand by name.
notice-why-not-found = The service is shown for other reasons than what is typed.
notice-window-open = You have typed something here. Close it first with { $key }.

footer-card = card
footer-copy = copy
footer-municipality = municipality
footer-views = views
footer-findings = findings
footer-services = services
footer-by-organisation = organisations
footer-by-municipality = municipalities
footer-fold = fold
footer-unfold = unfold
footer-day = day
footer-verdict = verdict
footer-go-on = go on
footer-write-down = write down
footer-why = why
footer-next-hit = next hit
footer-previous-hit = previous
footer-help = help
footer-quit = quit
footer-clear = clear
footer-close = close
footer-back = back
footer-more = more
footer-choose = choose

help-title = Keys
help-nothing = No key does that.
help-tip-digits = While the query is empty, a digit picks the caller's municipality: 1 for the first, 0 for all. A question mark opens the help.
help-tip-filters = In the query: @nora shows what concerns Nora, #bmb what an organisation has, and a lone ! what has findings.
help-tip-places = Type a place and hänvisa knows the municipality: lukt avlopp gyttorp concerns Nora.
help-tip-signs = Signs: ● open  ○ closed  ≠ findings, double work for instance  ! acute  ~ follows from sources  ? assumed  ◐ being looked into  = intended  ✓ resolved
overlay-hint = type to search

date-title = Which day should be shown?
date-hint = for example 2014-09-01
date-today = An empty line means today.
date-wrong = Write the day as 2014-09-01.

why-title = Why this hit?
why-place = Hit { $place } of { $all }, { $score } points of 1000
why-language = language: { $language }
why-said = SAID
why-weight = WEIGHT
why-found = FOUND
why-how = HOW AND WHERE
why-worth = WORTH
why-not-here = not in this service
why-unmatched = resembles nothing in the catalogue
why-note = The weight is how much the word means in what was said, the worth how well what it found fits. Both go to 1000.

verdict-title = What has been decided?
verdict-why = Why, and by which agreement?
verdict-why-empty = The line may be empty.
verdict-last-day = Until which day, included?
verdict-no-last-day = An empty line means until further notice.
verdict-last-day-passed = That day has already passed.

municipality-title = Where does the caller live?
municipality-all = all municipalities
municipality-none = No municipality and no place is called that.

emergency-title = Emergency and on call

too-small = The window is too small. At least { $width } × { $height } is needed.

section-call = During a call
section-moving = Getting about
section-editing = Typing
section-program = The program

command-open = Open the card over the whole screen
command-copy = Copy a sentence to read out or send
command-why = Show why the selected service is found: which words, how, and what they weigh
command-municipality = Choose the caller's municipality
command-date = Show another day, or today again
command-emergency = Show emergency and on-call numbers
command-close = Close what is open, clear the query, and then the municipality: a new call
command-next-view = Next view
command-previous-view = Previous view
command-services = Show the services
command-findings = Show the findings: double work, unclear entrances, chains and gaps
command-across = From a service to the findings about it, from a finding to its services, and back
command-matrix = Show the matrix: who has what in every municipality
command-organisations = Show the organisations
command-columns = Exchange municipalities and organisations in the matrix
command-verdict = Write down what has been decided about the finding
command-up = One row up
command-down = One row down
command-page-up = One page up
command-page-down = One page down
command-first = To the first row
command-last = To the last row
command-scroll-up = Scroll the card up
command-scroll-down = Scroll the card down
command-left = One sign to the left
command-right = One sign to the right
command-word-left = One word to the left
command-word-right = One word to the right
command-line-start = To the start of the line
command-line-end = To the end of the line
command-delete-back = Delete the sign before
command-delete-forward = Delete the sign after
command-delete-word = Delete the word before
command-clear-line = Clear the query
command-help = Show this help
command-redraw = Draw the screen anew
command-suspend = Put the program aside (fg brings it back)
command-quit = Quit
