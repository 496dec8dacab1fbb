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

open-now = open
open-until = open until { $time }
opens-today = closed, opens { $time }
opens-tomorrow = closed, opens tomorrow { $time }
opens-later = closed, opens { $day } { $time }
closed-for-good = closed
hours-always = around the clock
hours-none-this-week = closed all week
hours-and = {" and "}

# What is read out or sent: Snöröjning av gator: ring Teknisk nämnd on 0587-55 00 40. It is open until 12:00.
sentence-about = { $service }: { $answer }
sentence-ring = ring { $name } on { $phone }.
sentence-write = write to { $name } at { $email }.
sentence-turn-to = turn to { $name }.
sentence-when = It is { $opening }.
sentence-on-call = If it is urgent, ring the on-call number { $number }.
sentence-name-and-phone = { $name } ({ $phone })
sentence-depends = it depends. { $cases }
sentence-case = { $condition }: { $answer }
sentence-otherwise = Otherwise: { $answer }
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
