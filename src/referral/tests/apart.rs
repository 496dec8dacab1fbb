//! What is told apart and what together, and what is not taken for something else.

use super::*;

#[test]
fn municipalities_without_an_answer_are_told_apart_where_it_is_for_different_reasons() {
    let gaps = |last: &str| {
        let call = Call::new(
            &[
                duty("polisen", &["appeal"], "municipalities = [\"ask\"]"),
                duty("polisen", &[last], "municipalities = [\"bok\"]"),
            ],
            "2020-06-01",
        );
        let answers = resolve_everywhere(&call.directory, call.service(), call.moment);
        let gaps = answers.into_iter().map(|(towns, referral)| match referral {
            Referral::Gap(gap, _) => (towns.len(), gap),
            other => panic!("{other:?}"),
        });
        gaps.collect::<Vec<_>>()
    };
    assert_eq!(gaps("appeal"), [(2, Gap::OnlyAppeal)]);
    assert_eq!(
        gaps("on_call"),
        [(1, Gap::OnlyAppeal), (1, Gap::OnlyOnCall)]
    );
}

#[test]
fn a_number_on_call_is_told_once_for_each_who_answers_it() {
    let number = "contact = { on_call = \"0500-33 00\" }";
    let in_the_park = format!("condition = \"i parken\"\n{number}");
    let call = Call::new(
        &[
            duty("ask-kommun", &["contact"], ""),
            duty("namnden", &["on_call"], number),
            duty("namnden", &["on_call"], &in_the_park),
            duty("polisen", &["on_call"], number),
        ],
        "2026-11-21T23:10:00",
    );
    let catalogue = call.directory.catalogue();
    let on_call = call.only().on_call;
    let bodies: Vec<&str> = on_call
        .iter()
        .map(|one| catalogue[one.organisation].id.as_str())
        .collect();
    assert_eq!(bodies, ["namnden", "polisen"]);
}

#[test]
fn an_entrance_tells_no_steps_of_others_and_none_of_other_cases() {
    let call = Call::new(
        &[
            duty("namnden", &["contact"], ""),
            duty("namnden", &["delivery"], "condition = \"bron\""),
            duty("polisen", &["supervision"], ""),
        ],
        "2020-06-01",
    );
    assert_eq!(call.only().steps, [Step::Contact]);
}

#[test]
fn callers_may_know_whoever_had_it_by_that_name_once_that_has_ended() {
    let others = r#"
        [[organisation]]
        id = "forbundet"
        kind = "federation"
        name = "Förbundet"
        until = 2022-12-31
        successor = "namnden"
        [[organisation]]
        id = "vagbolaget"
        kind = "private"
        name = "Vägbolaget"
        until = 2015-12-31
        successor = "fastighetsagare"
    "#;
    let called = |on: &str| {
        let duties = [
            duty("forbundet", &["contact"], ""),
            duty("vagbolaget", &["delivery"], ""),
            others.to_owned(),
        ];
        let call = Call::new(&duties, on);
        let board = call.directory.catalogue().find_organisation("namnden");
        let names = former_names(&call.directory, call.service(), board.unwrap());
        names.join(", ")
    };
    assert_eq!(called("2022-12-31"), "");
    assert_eq!(called("2023-01-01"), "Förbundet");
}

#[test]
fn what_is_inferred_is_not_said_to_be_assumed() {
    let caveat = |confidence: &str| {
        let more = format!("confidence = \"{confidence}\"");
        let call = Call::new(&[duty("namnden", &["contact"], &more)], "2020-06-01");
        let caveat = Caveat::of_responsibility(&call.only()).unwrap();
        let words = caveat.words(&Locale::new(Language::English));
        (caveat.is_assumed(), words.chars().next())
    };
    assert_eq!(caveat("inferred"), (false, Some('~')));
    assert_eq!(caveat("assumed"), (true, Some('?')));
}

#[test]
fn a_moment_is_a_day_of_four_two_and_two_digits_and_perhaps_a_time() {
    let day: Moment = " 2026-11-23 ".parse().unwrap();
    assert_eq!(day, moment("2026-11-23"));
    for (written, time) in [
        ("2026-11-23T10:42", "2026-11-23T10:42:00"),
        ("2026-11-23T10:42:05", "2026-11-23T10:42:05"),
    ] {
        assert_eq!(written.parse(), Ok(moment(time)), "{written}");
    }
    for written in [
        "26-11-23",
        "2026-1-23",
        "+2026-11-23",
        "12026-11-23",
        "2026-11-31",
        "2026-11-23T",
        "2026-11-23T9:42",
        "2026-11-23T24:00",
        "2026-11-23 10:42",
    ] {
        assert_eq!(written.parse::<Moment>(), Err(NoMoment), "{written}");
    }
}

/// How many answers the two towns have together, each given its own duties.
fn answers(ask: &[(&str, &str)], bok: &[(&str, &str)]) -> usize {
    let of = |town: &str, duties: &[(&str, &str)]| -> Vec<String> {
        let duties = duties.iter().map(|(who, more)| {
            duty(
                who,
                &["contact"],
                &format!("municipalities = [\"{town}\"]\n{more}"),
            )
        });
        duties.collect()
    };
    let call = Call::new(&[of("ask", ask), of("bok", bok)].concat(), "2020-06-01");
    resolve_everywhere(&call.directory, call.service(), call.moment).len()
}

#[test]
fn two_answers_are_one_only_if_a_caller_is_told_the_same() {
    let (bridge, hill) = ("condition = \"bron\"", "condition = \"backen\"");
    let board = [("namnden", "")];
    assert_eq!(answers(&board, &board), 1);
    for (why, ask, bok) in [
        ("body", ("fastighetsagare", ""), ("forsamlingen", "")),
        ("case", ("namnden", bridge), ("namnden", hill)),
        (
            "number",
            ("namnden", ""),
            ("namnden", "contact = { phone = \"1\" }"),
        ),
        (
            "note",
            ("namnden", ""),
            ("namnden", "note = \"Inte helger\""),
        ),
    ] {
        assert_eq!(answers(&[ask], &[bok]), 2, "{why}");
    }
    let both = [("namnden", bridge), ("polisen", hill)];
    assert_eq!(answers(&[("namnden", bridge)], &both), 2);
}

#[test]
fn an_answer_for_several_is_as_well_known_as_the_worst_known_and_tells_the_steps_of_all() {
    let town = |town: &str, steps: &[&str], more: &str| {
        duty(
            "namnden",
            steps,
            &format!("municipalities = [\"{town}\"]\n{more}"),
        )
    };
    for case in ["", "condition = \"bron\"\n"] {
        let call = Call::new(
            &[
                town(
                    "ask",
                    &["contact"],
                    &format!("{case}confidence = \"inferred\""),
                ),
                town(
                    "bok",
                    &["contact", "billing"],
                    &format!("{case}confidence = \"assumed\""),
                ),
            ],
            "2020-06-01",
        );
        let answers = resolve_everywhere(&call.directory, call.service(), call.moment);
        let [(towns, referral)] = answers.as_slice() else {
            panic!("{answers:?}");
        };
        let [entrance] = referral.entrances() else {
            panic!("{referral:?}");
        };
        assert_eq!(towns.len(), 2);
        assert_eq!(entrance.confidence, Confidence::Assumed, "{case}");
        assert_eq!(entrance.steps, [Step::Contact, Step::Billing], "{case}");
    }
}

#[test]
fn hours_that_end_at_midnight_later_or_open_in_a_week_are_said_as_what_they_are() {
    let said = |hours: &str, at: &str| {
        let contact = format!("contact = {{ phone = \"111\", hours = \"{hours}\" }}");
        let call = Call::new(&[duty("namnden", &["contact"], &contact)], at);
        let said = call.sentence(Language::Swedish);
        said.split_once("111.").unwrap().1.trim().to_owned()
    };
    let late = "2026-11-23T22:00:00";
    assert_eq!(said("Mo-Su 08:00-24:00", late), "De svarar till midnatt.");
    assert_eq!(said("Mo-Su 08:00-26:00", late), "");
    let monday = "2026-11-23T17:00:00";
    assert_eq!(
        said("Su 08:00-16:00", monday),
        "De öppnar söndag klockan 8."
    );
    assert_eq!(
        said("Mo 08:00-16:00", monday),
        "De öppnar måndag den 30 november klockan 8."
    );
}

#[test]
fn each_reason_for_a_gap_and_each_sort_of_answer_has_a_word_of_its_own() {
    let gaps = [
        Gap::NoService,
        Gap::Nobody,
        Gap::OnlyAppeal,
        Gap::OnlyOnCall,
    ];
    let words = gaps.map(Gap::word);
    assert_eq!(
        words,
        ["no-service", "nobody", "only-appeal", "only-on-call"]
    );
    let status = |duties: &[String]| {
        let call = Call::new(duties, "2020-06-01");
        call.from("ask").status()
    };
    let board = duty("namnden", &["contact"], "");
    let police = duty("polisen", &["contact"], "");
    let at_night = duty("polisen", &["contact"], "condition = \"nattetid\"");
    assert_eq!(status(std::slice::from_ref(&board)), "one");
    assert_eq!(status(&[board.clone(), at_night]), "conditional");
    assert_eq!(status(&[board, police]), "unclear");
    assert_eq!(status(&[]), "gap");
}
