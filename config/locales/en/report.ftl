# The report and the comparison.

report-title = Responsibility and double work: { $name }
report-lead = Who is responsible for { $n ->
    [one] one service
   *[other] { $n } services
 } in { $municipalities } municipalities on { $day }, where the same work is done in two places, where callers are sent round, and what the municipalities can do together.
report-lead-made = The report is made from the catalogue by hanvisa { $version }. It shows; people decide what to do.
report-contents = Contents
report-day = { $day } { $month } { $year }
report-month-1 = January
report-month-2 = February
report-month-3 = March
report-month-4 = April
report-month-5 = May
report-month-6 = June
report-month-7 = July
report-month-8 = August
report-month-9 = September
report-month-10 = October
report-month-11 = November
report-month-12 = December
report-nothing = Nothing to tell.
report-bar = Shares

# Summary
report-summary = Summary
report-met-by-callers = { $n ->
    [one] open finding that callers can notice
   *[other] open findings that callers can notice
 }
report-to-share = { $n ->
    [one] open finding about what the municipalities run each for itself but could do together
   *[other] open findings about what the municipalities run each for itself but could do together
 }
report-mean-hops = steps on average for callers, where the way is known or follows from a general referral
report-sent-round = calls that we know take more than one step
report-sent-round-inferred = further calls that take more than one step, if a general referral holds for them
report-one-entrance = calls with a single entrance
report-assumed = of what is said of who does what is only assumed
report-findings-about-work = { $n ->
    [one] open finding about the work
   *[other] open findings about the work
 }
report-findings-decided = { $n ->
    [one] decided finding about the work: intended or resolved
   *[other] decided findings about the work: intended or resolved
 }
report-decided = Decided findings
report-decided-are = Somebody has decided that nothing more is to be done about these: they are intended or resolved. They are not counted among the open ones, but the catalogue still shows them.
report-decided-part = decided
report-decided-name = { $name } ({ $verdict })
report-decided-names = { $n ->
    [one] One finding is decided and counted apart: { $names }.
   *[other] { $n } findings are decided and counted apart: { $names }.
 }
report-steps = mean steps
report-round = several steps
report-inferred-way = general way
report-way-known = of the calls go a known way: a referral for that very service, or the municipality answers itself
report-way-inferred = of the calls go a way that only follows from a general referral
report-way-unknown = of the calls go an unknown way: nobody has written down where
report-unknown = way unknown
report-one = one entrance
report-calls = calls
report-calls-are = A call is a service and a municipality: as if one person in each municipality rang its switchboard about each service. A step is once that the caller is sent on to somebody else. The way is known when the catalogue has a referral for that very service, or when the municipality itself takes the call: that is no step. Where the referral is for any service (general way), the way only follows from a general referral; those calls are counted apart, but are part of the average. All other calls are left out of the average, because nobody has written down where they go, and so are those that never get there. Made-up examples do not count.
report-by-kind = Open findings by kind, and decided ones
report-kind = Kind
report-figures-caption = How callers fare
report-municipality = Municipality

# The findings
report-findings = What callers can notice
report-pairs = Open findings between pairs of organisations
report-examples-beside = { $n ->
    [one] { $label } (+ one made-up example)
   *[other] { $label } (+ { $n } made-up examples)
 }
report-pairs-are = A finding between three organisations is counted in three pairs. Made-up examples do not count. The short names are explained under The organisations.
report-pair = Pair
report-all = All
report-the-municipalities = The municipalities
report-municipalities = Municipalities
report-organisations = Organisations
report-suggestion = Suggestion
report-sources = Sources
report-chains = Chains of referrals
report-chains-are = Here callers are sent on more than once, round, or to somebody who cannot help.
report-candidates = To do together
report-candidates-are = This the municipalities run each for itself, and no joint body does it for them.
report-candidates-more = More services that could be shared, found in the catalogue

# Who has what
report-matrix = Who has what
report-matrix-is = Each cell is a service in a municipality. Whoever takes the call stands first.
report-by-topic = How the work is shared, topic by topic
report-topic = Topic
report-heat-map = All services, municipality by municipality
report-service = Service
report-bodies = The organisations
report-bodies-are = How they are shortened in the report, and how many services they have part in
report-short = Short name
report-name = Name
report-sort = Form

# How certain it is
report-certainty = How certain it is
report-certainty-is = A fact is documented when a source says it. It may also follow from sources, or be assumed: that is how it usually is, but no source says so here.
report-known = What is said of who does what
report-assumed-contacts = Services whose first contact is only assumed
report-number = Number
report-upkeep = To verify
report-upkeep-is = { $n ->
    [one] Facts are to be verified at least once a month.
   *[other] Facts are to be verified at least every { $n } months.
 }
report-to-verify = Services that nobody has verified in time
report-organisation = Organisation
report-never = never verified
report-overdue = overdue
report-oldest = oldest check
report-sources-are = Sources of the facts and the findings
report-id = Id
report-source = Source
report-address = Address
report-published = Published

# What has changed
report-changes = What has changed since { $day }
changes-between-days = { $name }: { $before } and { $after }
changes-between-on = { $before } and { $after }, { $day }
changes-between = { $before } and { $after }
changes-side = { $name } ({ $day })
changes-none = Nothing is different.
changes-figures = In figures
changes-known-differs = The share of calls in the average, whose way is known or follows from a general referral, goes from { $then } to { $now }. The steps are therefore not of the same calls, and the difference may come from what is written down.
changes-solved = Findings solved
changes-new = New findings
changes-remaining = Findings that remain
changes-decided = Findings decided
changes-decided-are = The catalogue still shows them, but somebody has decided that nothing more is to be done about them.
changes-decided-line = { $name } ({ $kind }): { $verdict }
changes-rejudged = Verdict
changes-why = Why
changes-other-hands = Now with others
changes-unseen = Findings written down that the catalogue no longer shows
changes-unseen-are = Somebody has written them down, and nobody has said that they are solved. If they are, write that down with: hanvisa verdict ID resolved
changes-the-same = { $n ->
    [one] One open finding is as before
   *[other] { $n } open findings are as before
 }
changes-hands = What has changed hands
changes-services = Services
changes-steps = Steps
changes-where = Municipalities
changes-moved = { $n ->
    [one] One service
   *[other] { $n } services
 }
changes-single = Single services
changes-between-whom = From and to
changes-bodies = Organisations
changes-renamed = { $old } is now called { $new }.
changes-new-body = { $name } is new.
changes-serves-more = { $name } now serves { $municipalities } too.
changes-turnover = Services that came or went
changes-gone-service = { $name } is no longer there.
changes-new-service = { $name } is new.
