# The command line: help, cards, errors. Words within `…` are written so.

# Help
cli-about = Who is responsible, and whom do you ring? Referrals for those who answer a municipality's phone.
cli-heading-usage = Usage:
cli-heading-commands = Commands
cli-heading-arguments = Arguments
cli-heading-options = Options
cli-heading-shared = Shared options
cli-usage = hanvisa [OPTIONS] [QUERY]…
            hanvisa [OPTIONS] COMMAND
cli-usage-search = hanvisa search [OPTIONS] QUERY…
cli-usage-show = hanvisa show [OPTIONS] SERVICE…
cli-usage-check = hanvisa check [OPTIONS] [PATH]
cli-usage-compare = hanvisa compare [OPTIONS] [CATALOGUE] [CATALOGUE]
cli-usage-report = hanvisa report --output FILE [--from DATE]
cli-usage-schema = hanvisa schema [FORMAT]
cli-usage-init = hanvisa init FOLDER
cli-usage-completions = hanvisa completions SHELL
cli-usage-man = hanvisa man
cli-usage-help = hanvisa help [COMMAND]
cli-value-command = COMMAND
cli-value-query = QUERY
cli-value-count = COUNT
cli-value-format = FORMAT
cli-value-service = SERVICE
cli-value-path = PATH
cli-value-catalogue = CATALOGUE
cli-value-file = FILE
cli-value-folder = FOLDER
cli-value-shell = SHELL
cli-value-municipality = MUNICIPALITY
cli-value-moment = DATE
cli-value-language = LANGUAGE
cli-value-color = WHEN
cli-query = What the caller says, for example: lukt avlopp gyttorp
cli-search = Search for services, one hit a line
cli-show = Show a service and whom to ring
cli-check = Check the catalogue and show every fault in it
cli-compare = Show what differs between two days, two catalogues, or a catalogue and a scenario
cli-report = Write a report on responsibility and double work to a file
cli-schema = Print the format of catalogues or scenarios as a JSON Schema, for editors
cli-init = Write the built-in catalogue to a folder, to edit it there
cli-completions = Print a script that lets your shell complete commands
cli-man = Print the manual page
cli-help-command = Show help, also about one command
cli-help-which = The command to show help about
cli-limit = At most this many hits (otherwise 20)
cli-explain = Say why each service is found: which words, how, and what they weigh
cli-format-search = table, json or tsv (tab-separated)
cli-format-text = text or json
cli-show-service = The service's id or name, for example: snorojning
cli-check-path = A folder or file to check, instead of the catalogue in use
cli-compare-places = Catalogues or scenarios to compare; one alone is compared with the catalogue in use
cli-compare-from = The first day (otherwise today)
cli-compare-to = The second day (otherwise today)
cli-format-compare = text, json or markdown
cli-report-output = The file: .html or .md
cli-report-from = Tell what has changed since that day too
cli-schema-of = catalogue (otherwise) or scenario
cli-init-folder = The folder to write to; it is made if it does not exist
cli-completions-shell = bash, zsh, fish, elvish or powershell
cli-municipality = The municipality the caller lives in: id, name or place; “all” shows all. A place in the query goes before it
cli-at = Answer as it was or will be then, such as 2014-09-01 or 2026-11-23T10:42 (otherwise now)
cli-catalogue = The catalogue: a folder of TOML files
cli-config = The settings file
cli-lang = The language: sv or en
cli-color = Colours: auto, always or never
cli-help = Show help
cli-version = Show the version
cli-examples-only = hanvisa
    hanvisa lukt avlopp gyttorp
    hanvisa search sophämtning --municipality nora
    hanvisa show snorojning --at 2014-09-01
cli-examples = Examples:
    {"  "}hanvisa                                          open the program
    {"  "}hanvisa lukt avlopp gyttorp                      open it with the query typed in
    {"  "}hanvisa search sophämtning --municipality nora   search without opening it
    {"  "}hanvisa show snorojning --at 2014-09-01          who was responsible then

# The manual page
cli-man-name = Name
cli-man-synopsis = Synopsis
cli-man-description = Description
cli-man-about = Whoever answers a municipality's phone types what the caller says, and sees who is responsible, how to reach them now, and where else the matter may belong. Without a command the program opens in the terminal. The answer is for today, or for the day given with --at: the catalogue holds both then and now.
cli-man-keys = Keys
cli-man-exit = Exit status
cli-man-environment = Environment
cli-man-files = Files
cli-man-settings = Settings
cli-man-settings-about = This is the settings file where nothing is changed (its comments are in Swedish):
cli-man-examples = Examples
cli-exit-done = It is done.
cli-exit-no = The answer is no: nothing was found, or the catalogue has errors.
cli-exit-failed = There could be no answer.
cli-variable-catalogue = The catalogue, where --catalogue is not given.
cli-variable-config = The settings file, where --config is not given.
cli-variable-lang = The language, where neither --lang nor the settings say: English if the first one that is set begins with “en”, otherwise Swedish. The text is always UTF-8.
cli-variable-no-color = No colours if it is set.
cli-file-config = The settings.
cli-file-catalogue = A catalogue of your own. If there are TOML files here, they are used instead of the built-in catalogue.
cli-file-reports = Reports of faults in the program itself. Without room here they go to the folder of temporary files.

# The card
cli-everywhere = all municipalities
cli-former-name = “{ $old }” is now called { $new }.
cli-illustrative = (made-up example)

# Search
cli-unclear-between = unclear: { $names }
cli-nothing-found = Nothing was found for “{ $query }”.
cli-unmatched = Nothing in the catalogue resembles: { $words }.
cli-weak = Nothing fits well. These are guesses.
cli-more-hits = { $shown } of { $n } hits are shown; see more with --limit.

# Why a service is found
cli-explain-words = Words and weights ({ $language }): { $words }

# A missing service, a written catalogue
cli-unknown-service = There is no service with the id or name “{ $service }”.
cli-search-instead = Search instead: hanvisa search { $words }
cli-init-done = { $n ->
    [one] One file has been written to { $folder }
   *[other] { $n } files have been written to { $folder }
 }
cli-init-check = Edit the files, then check them:
cli-init-try = Try them:
cli-init-in-use = The catalogue is in use from now on: it lies where the program looks.
cli-init-always = Use them always, with a line in { $file }:

# Errors
error-label = error:
warning-label = warning:
error-did-you-mean = Did you mean { $nearest }?
error-missing-value = { $argument } lacks its value
error-invalid-value = “{ $value }” does not fit { $argument }
error-valid-values = It may be: { $values }
error-unknown-argument = there is no option { $argument }
error-unexpected-word = “{ $word }” is one word too many
error-unknown-command = there is no command { $command }
error-argument-twice = { $argument } is given more than once
error-argument-conflict = { $argument } cannot be used with { $other }
error-missing-argument = something is missing: { $argument }
error-too-many-values = “{ $value }” is one value too many for { $argument }
error-not-text = the command line holds characters that are not UTF-8
error-usage = the command line cannot be understood
error-more-help = Help: { $command } --help
error-catalogue = { $n ->
    [one] the catalogue cannot be used until the error above is mended
   *[other] the catalogue cannot be used until the errors above are mended
}
error-catalogue-advice = Check it with: hanvisa check { $path }
error-config = { $n ->
    [one] the settings cannot be used until the error above is mended
   *[other] the settings cannot be used until the errors above are mended
}
reason-not-found = the folder does not exist
reason-denied = you may not
reason-folder = it is a folder
reason-in-the-way = something else is in the way
reason-full = there is no room left
reason-read-only = the disk can only be read
error-config-advice = All settings and their values are under SETTINGS in: hanvisa man
error-scenario = { $n ->
    [one] the scenario cannot be used until the fault above is put right
   *[other] the scenario cannot be used until the faults above are put right
}
error-scenario-advice = The format is shown by: hanvisa schema scenario
check-scenario = The scenario “{ $name }” { $warned ->
    [yes] can be used
   *[no] has no faults
 } and holds { $days ->
    [several] from { $day }; all of it holds from { $last }
   *[one] from { $day }
 }. It changes the catalogue { $catalogue }; compare the two with: hanvisa compare
check-scenario-stopped = { $n ->
    [one] One error. The scenario cannot be used until it is mended.
   *[other] { $n } errors. The scenario cannot be used until they are mended.
 }
error-nothing-to-compare = there is nothing to compare
error-nothing-to-compare-advice = Give two days (--from 2014-09-01 --to 2026-11-23), two catalogues or a scenario.
error-report-form = { $path } is neither an HTML file nor a Markdown file
error-report-form-advice = Let its name end in .html or .md.
error-report-place = { $path } cannot be written: it is no ordinary file
error-report-place-advice = Choose another name.
error-report-all = a report is about all municipalities
error-report-all-advice = Leave out --municipality.
error-verdict-all = a verdict is about the whole finding, in all its municipalities
error-verdict-all-advice = Leave out --municipality.
error-open-until = what is open stays so until somebody decides something, not until a day
error-open-until-advice = Leave out --until.
cli-report-done = The report has been written to { $path }
error-moment = { $flag }: “{ $written }” is no date
error-moment-advice = Write year, month and day, and a time if you need one: 2014-09-01 or 2026-11-23T10:42.
error-count-advice = Write a whole number, 1 or more.
error-days-backwards = { $from } comes after { $to }
error-days-backwards-advice = Write the earlier day in --from.
error-two-days = --at and --to both say which day to compare with
error-two-days-advice = Keep one of them.
error-note-long = { $flag } is { $length } characters long; there is room for { $most }
error-note-long-advice = Write what matters most, and where the rest is found.
cli-verdict-today = It is dated today, { $today }: { $day } has not come yet.
cli-ended-organisation = { $name } exists no longer ({ $day }).
error-passed-day = { $flag }: { $day } has already passed
error-passed-day-advice = Write the last day it is to hold, or leave the flag out if it holds until further notice.
error-municipality = the catalogue has no municipality or place called “{ $written }”
error-municipalities = The municipalities are: { $all }
error-shared-place = { $place } lies in several municipalities: { $municipalities }
error-shared-place-advice = Name the municipality instead.
error-no-terminal = the program needs a terminal to show itself in
error-no-terminal-advice = Without a terminal: hanvisa search QUERY
error-not-empty = { $folder } already holds TOML files, and nothing is overwritten
error-not-empty-advice = Choose a folder that is empty or does not exist.
error-unwritable = { $path } cannot be written: { $reason }
error-output = the answer cannot be written: { $reason }
error-terminal = the terminal cannot be used any more: { $reason }
error-crash = the program stopped because of a fault of its own
error-crash-nothing-lost = Nothing is lost: the catalogue and the verdicts are as they were. Start hanvisa again.
error-crash-report = A report is in { $path }. Give it to whoever looks after the program. It holds nothing of what was typed or of the catalogue.
error-crash-no-report = The report could not be kept. Tell whoever looks after the program that it happened in { $place }.

# The findings and the matrix
cli-usage-duplicates = hanvisa duplicates [OPTIONS]
cli-usage-matrix = hanvisa matrix [OPTIONS]
cli-duplicates = Show double work, unclear entrances, chains of referrals and whatever else was found
cli-matrix = Show who has every service, municipality by municipality or organisation by organisation
cli-value-kind = KIND
cli-value-organisation = ORGANISATION
cli-value-by = BY
cli-kind = Only one kind: { $words }
cli-organisation = Only what an organisation has a part in: id or name
cli-by = The columns: { $words }
cli-format-duplicates = table, json, csv (spreadsheet) or markdown
cli-format-matrix = table, json or csv (spreadsheet)
cli-no-findings = Nothing of the kind was found.
cli-no-service = no single service
cli-figures = { $n ->
    [0] { $municipality }: for { $known } of { $calls } services the way is known{ $general ->
        [yes] , for { $inferred } it follows from a general referral,
       *[no] ,
    }{ $astray ->
        [yes] {" "}for { $lost } the call never gets there,
       *[no] {""}
    } and callers are sent on { $hops } times on average; { $share } of the services have a single entrance
   *[other] { $municipality }: for { $known } of { $calls } services the way is known{ $general ->
        [yes] , for { $inferred } it follows from a general referral,
       *[no] ,
    }{ $astray ->
        [yes] {" "}for { $lost } the call never gets there,
       *[no] {""}
    } and callers are sent on { $hops } times on average, known to be more than once for { $n }; { $share } of the services have a single entrance
 }
cli-figures-lost = { $municipality }: for { $known } of { $calls } services the way is known{ $general ->
    [yes] , for { $inferred } it follows from a general referral,
   *[no] ,
 } but none of those calls gets there; { $share } of the services have a single entrance
cli-figures-unknown = { $municipality }: nobody has written down where the calls go; { $share } of { $calls } services have a single entrance
cli-markdown-title = { $catalogue }: findings { $day }
cli-markdown-decided = { $n ->
    [one] { $all }, of which one is decided
   *[other] { $all }, of which { $n } are decided
 }
cli-matrix-all = All
cli-matrix-hidden = { $n ->
    [one] There is no room for one more column; --format csv has it.
   *[other] There is no room for { $n } more columns; --format csv has them.
 }
column-id = Id
column-kind = Kind
column-services = Services
column-organisations = Organisations
column-municipalities = Municipalities
column-residents = Residents
column-step = Steps
column-evidence = Evidence
column-suggestion = Suggestion
column-sources = Sources
column-confidence = Confidence
column-verdict = Verdict
column-topic = Topic
column-service = Service
error-organisation = the catalogue has no organisation called ”{ $written }”

# The verdicts
cli-usage-verdict = hanvisa verdict [OPTIONS] ID VERDICT
cli-verdict = Write down what has been decided about a finding
cli-value-id = ID
cli-value-verdict = VERDICT
cli-value-role = ROLE
cli-value-text = TEXT
cli-verdict-id = The id of the finding, as it stands in: hanvisa duplicates
cli-verdict-which = open, investigating, intended or resolved
cli-verdict-until = The last day it holds; then the finding is opened again
cli-verdict-by = Who decided: a role, not a name
cli-verdict-note = Why, and by which agreement
cli-verdict-done = { $id }: { $verdict }. It is written in { $file }
cli-unknown-finding = There is no finding with the id ”{ $id }” on that day.
cli-finding-on-day = There is one on { $day }: add --at { $day }
cli-verdict-part = { $id } is part of the finding { $whole }. Decide about that instead.
error-verdicts = the verdicts cannot be used until the faults above are mended
error-verdicts-advice = Mend the file, or move it away; new verdicts are then written in a new one.
warning-no-verdicts = Until then every finding is shown as if nobody had decided anything about it.
error-no-home = there is no folder to keep verdicts in
error-no-home-advice = Name a catalogue of your own with --catalogue; the verdicts are kept beside it.
