# What can be wrong with a catalogue. The title says what is wrong, .expected what was expected at the place, .advice
# what to do about it, .other what another place shows. Words within `…` stand so in the files.

# Around the faults
fault-error-level = error
fault-warning-level = warning
fault-advice-level = help
fault-did-you-mean = did you mean `{ $nearest }`?
fault-summary-errors = { $n ->
    [one] 1 error
   *[other] { $n } errors
 }
fault-summary-warnings = { $n ->
    [0] no warnings
    [one] 1 warning
   *[other] { $n } warnings
 }
fault-summary-none = The catalogue is free from faults.
fault-summary-usable = The catalogue can be used, but has { $warnings } to look at.
fault-summary-stopped = { $errors }. The catalogue cannot be used until { $n ->
    [one] it is put right
   *[other] they are put right
 }.
fault-summary = { $errors } and { $warnings }. The catalogue cannot be used until { $n ->
    [one] the error is put right
   *[other] the errors are put right
 }.

# The files
fault-unreadable = { $reason ->
    [not-found] { $path } does not exist
    [denied] you may not read { $path }
    [folder] { $path } is a folder, not a file
    [no-file] { $path } is no ordinary file
    [loop] { $path } is a link that leads to itself
   *[other] { $path } cannot be read: { $reason }
 }
    .advice = { $reason ->
    [not-found] check the path
    [denied] ask the file's owner for permission to read it
    [folder] write the file's name too
    [loop] remove the link or correct where it leads
   *[other] { "" }
 }
fault-too-large = { $path } is too large to be a catalogue file
    .advice = a catalogue file may have at most { $megabytes } MB; split it into several
fault-too-much = the files in { $path } are too large together
    .advice = a catalogue may be at most { $megabytes } MB
fault-not-text = { $path } is not text in UTF-8
    .advice = open the file in a text editor and save it with the encoding UTF-8
fault-no-files = there are no catalogue files in { $path }
    .advice = a catalogue is a folder of files whose names end in `.toml`; `hanvisa init` writes one to start from

# The way of writing
fault-syntax = { $reason ->
    [unquoted] the text has no quotation marks
    [curly-quotes] the wrong sort of quotation marks
    [no-boolean] yes and no are written `true` and `false`
    [no-value] the value is missing
    [no-equals] the equals sign is missing
    [no-comma] the comma between the values is missing
    [extra-comma] one comma too many
    [no-date] there is no such date
    [leading-zero] a number cannot begin with zero
    [duplicate-key] the same entry already has this key
    [duplicate-table] this heading already stands further up in the file
    [no-table] the key already has a value and cannot be divided
    [unopened-text] the text lacks its opening quotation mark
    [extra-equals] one equals sign too many
    [bad-number] the number is not well written
    [unclosed-text] the text never ends
    [unclosed-long-text] the long text never ends
    [unclosed-list] the list never ends
    [unclosed-table] the table never ends
    [trailing] something more stands after the value
    [backslash] a backslash means something special in a text
    [carriage-return] the line break is damaged
    [control-character] there is an invisible character here
    [bad-key] the key holds characters that cannot be used
    [no-key] the line is neither a heading nor a key with a value
    [heading] the heading is badly written
    [too-deep] lists and tables lie within each other too many levels deep
    [settings-heading] the heading is badly written
   *[other] the line cannot be understood: { $reason }
 }
    .expected = { $reason ->
    [unquoted] write the text like this: "…"
    [curly-quotes] write straight quotation marks: "…"
    [no-boolean] in lower case, without quotation marks
    [no-value] a value must stand here after `=`
    [no-equals] write like this: key = value
    [no-comma] a comma is missing here
    [no-date] year, month and day are written like this: 2023-01-31
    [leading-zero] put quotation marks around it: "…"
    [no-key] write like this: key = value
    [unopened-text] write the text like this: "…"
    [bad-number] write digits only: 12
    [unclosed-text] the closing quotation mark is missing
    [unclosed-long-text] the text begins here but has no closing quotation marks
    [unclosed-list] `]` is missing
    [unclosed-table] {"`}`"} is missing
    [trailing] this does not belong to the value
    [bad-key] only a–z, 0–9, `-` and `_`
    [heading] write like this: [[service]]
    [settings-heading] write it like this: [keys]
   *[other] { "" }
 }
    .advice = { $reason ->
    [too-deep] remove superfluous brackets and braces
    [curly-quotes] word processors change quotation marks; write the file in a text editor
    [leading-zero] phone numbers are written as text, in quotation marks
    [duplicate-key] keep one of the lines
    [duplicate-table] entries of one kind have double brackets, [[service]], and a heading for each entry
    [trailing] every key must have a line of its own; a quotation mark within a text is written \"
    [backslash] write two, \\, where one is meant; or write the text in single quotation marks: '…'
    [carriage-return] save the file with ordinary line breaks in the text editor
    [control-character] remove the character; rewrite the line if you cannot find it
   *[other] { "" }
 }
fault-unknown-key = { $table ->
    [file] a catalogue file has no heading or key `{ $key }`
    [settings] there is no setting `{ $key }`
    [scenario-file] a scenario has no heading or key `{ $key }`
   *[other] `{ $table }` has no key `{ $key }`
 }
    .advice = { $table ->
    [file] perhaps the key belongs to an entry, under a heading such as [[service]]
    [scenario-file] a scenario has [scenario], [[organisation]], [[move]], [[end]] and [[add]]
    [settings] `hanvisa man` lists all settings
   *[other] remove the line; `hanvisa schema` shows all the keys there are
 }
fault-missing-key = { $table ->
    [file] the file lacks `{ $key }`
    [scenario-file] the file has no heading `[{ $key }]`
   *[other] `{ $table }` lacks `{ $key }`
 }
    .expected = this must be here too: { $key } = …
    .advice = { $table ->
    [scenario-file] a scenario begins with [scenario], with name and at: the first day it holds
   *[other] { "" }
 }
fault-wrong-type = `{ $key }` must be { $expected ->
    [text] text
    [integer] a whole number
    [boolean] `true` or `false`
    [date] a date
    [list] a list
    [entries] one or more entries with headings of their own
    [table] a table
    [text-or-list] a text or a list
    [text-or-table] a text or a table
    [table-or-list] a table or a list
   *[other] something else
 }, not { $found ->
    [text] text
    [integer] a number
    [decimal] a decimal number
    [boolean] yes or no
    [date] a date
    [moment] a time of day
    [list] a list
   *[table] a table
 }
    .expected = { $expected ->
    [text] { $found ->
        [list] a single text: "…"
        [table] write like this: "…"
       *[other] put quotation marks around it: "…"
     }
    [entries] write like this: [[{ $key }]]
    [integer] write like this: 12
    [boolean] write `true` or `false`, without quotation marks
    [date] write like this, without quotation marks and time of day: 2023-01-31
    [list] { $found ->
        [text] put square brackets around it: ["…"]
       *[other] write like this: ["…", "…"]
     }
    [table] { $found ->
        [list] write like this: [{ $key }]
       *[other] write like this: {"{"} key = value {"}"}
     }
    [text-or-list] write like this: "…" or this: ["…", "…"]
    [text-or-table] write like this: "…"
    [table-or-list] write like this: {"{"} key = value {"}"}
   *[other] { "" }
 }
fault-unknown-word = `{ $key }` cannot be `{ $value }`
    .expected = one of { $allowed }
fault-out-of-range = `{ $key }` cannot be { $value }
    .expected = { $most ->
    [none] a whole number from { $least } to four thousand million
   *[other] a whole number from { $least } to { $most }
 }
fault-empty-list = the list `{ $key }` is empty
    .expected = something must stand here
    .advice = { $key ->
    [municipalities] remove the line if it holds for all municipalities
    [services] { $format ->
        [scenario] write which services it is about
       *[other] write which services it is about; a referral holds for all if the line is removed
    }
   *[other] { "" }
 }
fault-empty-text = `{ $key }` is empty
    .expected = something must stand here

# Ids and what they refer to
fault-bad-id = `{ $id }` will not do as an id
    .expected = only a–z, 0–9 and hyphens, at most 64 characters
    .advice = write å and ä as a, ö as o, a space as a hyphen: `hallefors`, `gator-och-vagar`
fault-duplicate-id = the id `{ $id }` already belongs to another { $table ->
    [source] source
    [topic] topic
    [municipality] municipality
    [organisation] organisation or group
    [group] organisation or group
    [service] service
    [finding] finding
   *[unit] unit of the same organisation
 }
    .expected = choose another id, or merge the entries
    .other = first here
fault-unknown-id = there is no { $table ->
    [source] source
    [topic] topic
    [municipality] municipality
    [organisation] organisation
    [group] group
    [settings] municipality or place
    [service] service
   *[finding] finding
 } { $table ->
    [settings] `{ $id }` in the catalogue
   *[other] with the id `{ $id }`
 }
    .advice = { $table ->
    [settings] write a municipality or place that the catalogue has, or remove the line
   *[other] correct the id, or add an entry [[{ $table }]] that has it
 }
fault-unknown-unit = `{ $organisation }` has no unit with the id `{ $unit }`
    .advice = correct the id, or add the unit under [[organisation.unit]]

# Time
fault-backwards = the period ends { $until }, before it begins { $from }
    .other = the beginning
fault-outside-life = { $from ->
    [none] `{ $organisation }` existed only until { $until }
   *[other] { $until ->
        [none] `{ $organisation }` exists only from { $from }
       *[other] `{ $organisation }` existed only from { $from } until { $until }
     }
 }
    .expected = the period lies wholly outside
    .other = the organisation
    .advice = correct the date, or name the organisation that was responsible then
fault-names-overlap = the names “{ $first }” and “{ $second }” hold at the same time
    .other = the other name
    .advice = set `until` on the older name and `from` on the newer one, the day after
fault-contacts-overlap = two contacts hold at the same time
    .other = the other contact
    .advice = set `until` on the older contact and `from` on the newer one, the day after
fault-named-twice = `{ $id }` stands twice in one list
    .other = it stands here first
    .advice = remove one of them

# Municipalities and organisations
fault-not-served = `{ $organisation }` does not serve the municipality `{ $municipality }`
    .advice = remove the municipality here, or add it to the organisation's `serves`
fault-nobody-serves = none of `{ $organisations }` serves the municipality `{ $municipality }`
    .advice = take the municipality away here, or move what is for it to a single one in an entry of its own: that one then does it for the municipality
fault-nothing-to-take = { $elsewhere ->
    [yes] `{ $organisation }` has the service `{ $service }` on { $day }, but not in the steps and municipalities of this entry
   *[other] `{ $organisation }` has nothing of the service `{ $service }` to give away on { $day }
 }
    .expected = see who has it: hanvisa show { $service } --at { $day }
    .advice = { $elsewhere ->
    [yes] change `steps` or `municipalities`; whoever takes over gets only what is for municipalities it serves
   *[other] correct the id, or name who has the service
 }
fault-already-taken = `{ $service }` has already been taken from `{ $organisation }` in this scenario
    .other = here it is taken first
    .advice = take out one of the entries, or part them by `steps` and `municipalities`
fault-already-has = `{ $organisation }` already has those steps of `{ $service }` on { $day }
    .expected = see who has it: hanvisa show { $service } --at { $day }
    .advice = take out the service here, or name other `steps`, `municipalities` or another `condition`
fault-moves-nowhere = `{ $organisation }` already has it: `from` and `to` are the same
    .expected = who is to take over
    .advice = name another organisation, or take out the entry
fault-not-there = { $from ->
    [none] `{ $organisation }` was there only until { $until }, but the scenario holds from { $day }
   *[other] { $until ->
        [none] `{ $organisation }` is there only from { $from }, but the scenario holds from { $day }
       *[other] `{ $organisation }` was there only from { $from } to { $until }, but the scenario holds from { $day }
     }
 }
    .advice = name an organisation that is there then, or change `at`
fault-past-day = { $day } has been: today is { $today }
    .expected = the first day that it is to hold
    .advice = name a day to come, or compare on another day: hanvisa compare … --at { $day }
fault-changes-nothing = the scenario changes nothing
    .advice = add at least one entry: [[move]], [[end]] or [[add]]
fault-no-name = the organisation `{ $organisation }` has no name
    .advice = add `name`, or `names` if it has changed its name
fault-two-names = `{ $key }` cannot stand beside `names`
    .other = the names over time
    .advice = { $key ->
    [short] move the short name into `names`
   *[other] move the name into `names`, or remove `names`
 }
fault-successor-loop = the successors go round in a ring: { $ring }
    .advice = the last of the chain must have no `successor`
fault-successor-without-end = `{ $organisation }` has a successor but no last day
    .advice = add `until`, or remove `successor` if the organisation still exists
fault-serves-nobody = `{ $organisation }` serves no municipality: `serves` is empty
    .advice = name the municipalities in `serves`, or remove the line if it is all of them
fault-no-settings = none of the files has the heading [catalogue]
    .advice = add [catalogue] with name, timezone and country, best at the top of the first file
fault-two-settings = [catalogue] is there twice
    .expected = keep one of them
    .other = the first
fault-no-municipality = the catalogue has no municipality
    .advice = add at least one entry [[municipality]]
fault-bad-timezone = there is no time zone `{ $timezone }`
    .expected = for example "Europe/Stockholm"
fault-bad-country = the public holidays of `{ $country }` are not known
    .expected = the two letters of a country, for example "SE"
fault-bad-hours = { $reason ->
    [long] the opening hours are too long: `{ $hours }`
    [meaning] the opening hours cannot be right: `{ $hours }`
   *[other] the opening hours cannot be understood: `{ $hours }`
 }
    .expected = { $reason ->
    [long] at most 500 characters
    [meaning] a time, a week or a year cannot be
   *[other] from here on
 }
    .advice = write for example `Mo-Fr 08:00-12:00,13:00-16:00; PH off`: the days are Mo Tu We Th Fr Sa Su, public holidays PH, closed off

# Sources, referrals, findings
fault-no-source = `{ $key }` is `documented`, but no source is named
    .expected = { $key ->
    [status] name the source in `sources`, or write "illustrative" if it is an example
   *[other] name the source in `sources`, or write "inferred" or "assumed"
 }
fault-not-here-where = `not_here` does not say where to turn
    .expected = add `organisation` or `service`
fault-not-here-self = the pointer leads back to `{ $service }`
    .other = the service itself
    .advice = name another service, or only the organisation
fault-referral-to-self = `{ $organisation }` cannot refer callers to itself
    .expected = another organisation

# Warnings
fault-no-contact = nobody to ring first about { $service } in { $municipalities }
    .advice = add a responsibility with `contact` among its `steps`
fault-no-phone = `{ $organisation }` has no phone number, though callers are sent there
    .advice = add `phone` under `contact`
fault-overdue = { $count } of { $all } facts have not been verified in time
    .advice = check them and set `verified` to the date of the day
fault-overdue-contact = how to reach `{ $organisation }` is known from { $verified }
    .advice = ring and check, and set `verified` to the date of the day
fault-unused-organisation = nothing in the catalogue mentions the organisation `{ $organisation }`
    .advice = give it a responsibility, or remove it
fault-unused-source = nothing in the catalogue refers to the source `{ $source }`
    .advice = remove it if it is not needed
fault-unused-topic = no service belongs to the topic `{ $topic }`
    .advice = remove the topic, or correct the `topic` of the services
fault-undialable = `{ $number }` cannot be dialled
    .expected = 3–15 digits; spaces, hyphens and parentheses are fine
    .advice = put anything but the number in `note`
fault-shared-place = { $place } lies in both { $first } and { $second }
    .advice = it may be true; if not, remove the place from one of the municipalities
fault-twice-the-same = `{ $organisation }` has the same responsibility twice
    .expected = remove one of them
    .other = the first
fault-entered-twice = `{ $second }` and `{ $first }` are most likely one, entered twice
    .advice = merge them, or let names and details show what tells them apart
fault-ended-in-use = `{ $organisation }` has ended without a successor, but { $service } refers to it
    .advice = name its `successor`, or who is responsible now
fault-verdict-astray = the verdict on `{ $id }` ({ $verdict ->
    [open] open
    [investigating] under investigation
    [intended] intended
   *[resolved] resolved
 }) meets no finding on { $day }
    .advice = correct the id in verdicts.toml; or remove the verdict, if the finding is gone
fault-verdict-moved = the verdict on `{ $id }` ({ $verdict ->
    [open] open
    [investigating] being looked into
    [intended] intended
   *[resolved] resolved
 }) was made on { $on } about something else: the finding is now of other steps or other municipalities
    .advice = decide about the finding again: hanvisa verdict { $id }
fault-verdict-never = the verdict on `{ $id }` never holds: it ends { $until }, before the day it was made, { $on }
    .advice = mend `until` or `on` in verdicts.toml
fault-verdict-on-part = the verdict on `{ $id }` ({ $verdict ->
    [open] open
    [investigating] under investigation
    [intended] intended
   *[resolved] resolved
 }) holds no longer: it is now part of the finding `{ $whole }`
    .advice = judge `{ $whole }` instead
fault-verdict-succeeded = the earlier decision about `{ $id }` ({ $verdict ->
    [open] open
    [investigating] under investigation
    [intended] intended
   *[resolved] resolved
 }) holds no longer: { $gone } has been succeeded by { $heirs }{ $now ->
    [none] { "" }
   *[other] , and the finding is now called `{ $now }`
 }
    .advice = { $now ->
    [none] remove the verdict, if the finding is gone
   *[other] judge `{ $now }`, if the decision is to hold now too
 }
fault-entrance-to-come = { $how ->
    [nobody] `{ $service }` has no first contact in { $municipalities } from { $day }
   *[several] `{ $service }` has several first contacts in { $municipalities } from { $day }, and no condition tells them apart
 }
    .other = { $how ->
    [nobody] this one begins only later
   *[several] this one holds then too
 }
    .advice = { $how ->
    [nobody] add whoever takes over, with `from` the day after
   *[several] set `until` on the one that ends, the day before the new one begins
 }
fault-no-summary = { $service } has no description
    .advice = add `summary`: a sentence that can be read out
fault-hidden-characters = the text holds invisible characters: { $characters }
    .expected = they are shown as �
    .advice = type the text by hand; such characters often come along with a paste

# The keys in the settings.
fault-no-such-command = there is no command called { $command }
    .expected = a command, such as copy or municipality
    .advice = The commands stand in the help (F1) and under KEYS in hanvisa man.
fault-no-such-key = there is no key called { $key }
    .expected = a key, such as ctrl-y or f6
fault-key-writes = { $key } belongs to the query
    .expected = a key with ctrl, or one that is no letter
fault-key-conflict = { $key } already does something else
    .expected = { $first } and { $second } cannot have the same key
fault-no-keys = { $command } has no keys in its list
    .expected = at least one key, such as "ctrl-y"
    .advice = remove the line, and the keys that the program comes with hold
fault-no-way-out = { $command } must have a key
    .expected = at least one key, or there is no way out
