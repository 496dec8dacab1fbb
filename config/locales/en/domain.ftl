# The words of the answer and of the catalogue: days, opening hours, steps, kinds.

weekday-1 = Mon
weekday-2 = Tue
weekday-3 = Wed
weekday-4 = Thu
weekday-5 = Fri
weekday-6 = Sat
weekday-7 = Sun
month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = May
month-6 = Jun
month-7 = Jul
month-8 = Aug
month-9 = Sep
month-10 = Oct
month-11 = Nov
month-12 = Dec

weekday-spoken-1 = Monday
weekday-spoken-2 = Tuesday
weekday-spoken-3 = Wednesday
weekday-spoken-4 = Thursday
weekday-spoken-5 = Friday
weekday-spoken-6 = Saturday
weekday-spoken-7 = Sunday
month-spoken-1 = January
month-spoken-2 = February
month-spoken-3 = March
month-spoken-4 = April
month-spoken-5 = May
month-spoken-6 = June
month-spoken-7 = July
month-spoken-8 = August
month-spoken-9 = September
month-spoken-10 = October
month-spoken-11 = November
month-spoken-12 = December

open-now = open
open-until = open until { $time }
opens-today = closed, opens { $time }
opens-tomorrow = closed, opens tomorrow { $time }
opens-later = closed, opens { $day } { $time }
closed-for-good = closed
hours-always = around the clock
hours-none-this-week = closed all week
hours-and = {" and "}

# What is read out or sent: Snöröjning av gator: ring Teknisk nämnd on 0587-55 00 40. They answer until 12:00.
sentence-about = { $service }: { $answer }
sentence-then = As it was on { $day }. { $text }
sentence-ring = ring { $name } on { $way }.
sentence-write = write to { $name } at { $way }.
sentence-turn-to-web = turn to { $name }, { $way }.
sentence-turn-to = turn to { $name }.
sentence-open-until = They answer until { $time }.
sentence-open-until-midnight = They answer until midnight.
sentence-opens-today = They open at { $time }.
sentence-opens-tomorrow = They open tomorrow at { $time }.
sentence-opens-weekday = They open on { $day } at { $time }.
sentence-opens-date = They open on { $day } { $date } { $month } at { $time }.
sentence-closed = They are closed.
sentence-on-call = If it is urgent, { $ring }
sentence-on-call-own = whoever is on call
sentence-name-and-phone = { $name } ({ $phone })
sentence-depends = it depends. { $cases }
sentence-case = { $condition }: { $answer }
sentence-otherwise = Otherwise: { $answer }
sentence-otherwise-nobody = Otherwise nobody has been given it.
sentence-unclear = it has not been settled who takes the call first. It may be { $names }.
sentence-or = { $names } or { $last }
sentence-gap = nobody has been given this task in the municipality.
sentence-no-service = the service does not exist on that date.

step-contact = first contact
step-application = application
step-handling = handling
step-decision = decision
step-delivery = delivery
step-supervision = supervision
step-billing = billing
step-appeal = appeal
step-on_call = on call

confidence-documented = documented
confidence-inferred = inferred
confidence-assumed = assumed

kind-municipality = municipality
kind-federation = municipal federation
kind-joint-board = joint board
kind-company = company
kind-region = region
kind-agency = state agency
kind-private = private duty

finding-parallel = double work
finding-unclear-entry = unclear entrance
finding-chain = chain of referrals
finding-gap = gap
finding-separate = each on its own
finding-conflict = conflicting facts
finding-lookalike = look-alike entries
finding-stale = out of date

formerly = formerly { $names }
caveat-who-inferred = who it is, is concluded from sources
caveat-who-assumed = who it is, is assumed; no source says so
caveat-number-inferred = the number is concluded from sources
caveat-number-assumed = the number is assumed; no source says so

# The findings: what shows them, and what can be done
overlap-everywhere = all municipalities
overlap-municipalities = the municipalities themselves
overlap-and = { $names } and { $last }
overlap-and-more = { $n ->
    [one] { $names } and one more
   *[other] { $names } and { $n } more
 }
pairing-municipality-and-joint = municipality and joint body
pairing-two-joint = two joint bodies
pairing-other = others
evidence-same-steps = { $names } have the same task ({ $steps }) in { $where }.
evidence-same-steps-if = { $names } have the same task ({ $steps }) in { $where } in the case: { $condition }.
evidence-alone = Each on its own, { $where } have: { $steps }.
evidence-several-entrances = In { $where } the first contact may be { $names }, and nothing says which.
evidence-no-entrance = In { $where } nobody takes the first call, though { $names } have a part in it.
evidence-nobody = In { $where } nobody is appointed, though somebody is in { $elsewhere }.
evidence-nobody-left = In { $where } nobody has it any more. { $names } had it last.
evidence-counted = { $n ->
    [one] The source names no service; the catalogue works out one.
   *[other] The source names no services; the catalogue works out { $n }.
 }
evidence-more-ways = { $some ->
    [yes] In { $where } there are at least { $n } more ways for { $service }, not listed here.
   *[no] In { $where } there { $n ->
        [one] is one more way for { $service }, not listed here.
       *[other] are { $n } more ways for { $service }, not listed here.
    }
 }
evidence-values = { $what }: { $values }.
evidence-on-call = On-call number
evidence-never-verified = { $n ->
    [one] { $name }: the service has never been verified.
   *[other] { $name }: { $never } of { $n } services have never been verified.
 }
evidence-overdue = { $n ->
    [one] { $name }: what is known of the service is from { $oldest }.
   *[other] { $name }: { $never } of { $n } services have never been verified and { $overdue } are overdue, the oldest from { $oldest }.
 }
suggest-municipality-and-joint = Decide which of them does what, and put it in the agreement.
suggest-two-joint = Let one of them have the whole task, or write down where the line goes.
suggest-other = Write down who does what, and in which cases.
suggest-parallel = Go through who does which step.
suggest-unclear-entry = Decide who takes the first call, and publish only that number.
suggest-chain = Let whoever answers first give the right number straight away.
suggest-gap = Find out who takes care of it, and write it down.
suggest-separate = Try doing it together.
suggest-conflict = Decide what is right, and publish it in one place.
suggest-lookalike = Compare the entries, and merge them if they are the same.
suggest-stale = Let whoever has the services go through them.
chain-switchboard = { $municipality } switchboard
chain-switchboards = the switchboard
chain-loop = the call goes round
chain-dead-end = there it stops
chain-expired = no longer exists
chain-succeeded = no longer exists, { $name } has taken over
chain-cut = the way is longer than { $most } steps
chain-inferred = follows from a general referral
chain-about = about { $names }
chain-only-in = { $names }: only in { $where }.
chain-not-in = { $names }: not in { $where }.
chain-only-in-some = { $n ->
    [one] One more service: only in some of the municipalities.
   *[other] { $n } more services: only in some of the municipalities.
 }
chain-hops = { $n ->
    [one] one step
   *[other] { $n } steps
 }
basis-documented = documented finding
basis-illustrative = made-up example
basis-computed = computed from the catalogue
verdict-open = open
verdict-investigating = being looked into
verdict-intended = intended
verdict-resolved = resolved
verdict-until = until { $day }
sign-sole = sole
sign-shared = shared
sign-conditional = depends
sign-double = double
sign-gap = gap
sign-outside = outside

# Entries that look alike: the number is how much speaks for their being one, plus, or two, minus.
alike-sure = “{ $left }” and “{ $right }” are probably one entry, entered twice ({ $score }): { $compared }.
alike-look = “{ $left }” and “{ $right }” look alike ({ $score }): { $compared }.
alike-name = name
alike-words = other words
alike-topic = topic
alike-phone = phone
alike-email = e-mail
alike-web = web
alike-address = address
alike-municipalities = municipalities
alike-numbers = numbers in the names
alike-audience = for whom
alike-act = what is done
alike-opposite = opposites
alike-told-apart = one points to the other

# Det som står efter @ eller #: @narnia, #foo
unknown-filter = The catalogue does not know { $filters }.

tier-exact = the same word
tier-stem = another form
tier-meaning = what is meant
tier-joined = written as one
tier-prefix = begins so
tier-parts = both parts are there
tier-typo = nearly the same word
tier-prefix-typo = nearly begins so
tier-compound-end = ends so
tier-begins-with = the first part
tier-ends-with = the last part
tier-shared-start = the same beginning
tier-subsequence = the letters in order
field-name = in the name
field-also = among the everyday words
field-referred = where other services send on
field-topic = in the topic
field-organisation = among those responsible
field-place = among the places
field-summary = in the description
field-ask = in the questions
