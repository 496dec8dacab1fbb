//! What holds of every answer, whatever the catalogue, the day and the time.

use super::*;

static SHIPPED: LazyLock<Arc<Catalogue>> =
    LazyLock::new(|| Arc::new(Reading::embedded().catalogue.unwrap()));

thread_local! {
    static LOCALES: [Locale; 2] = Language::ALL.map(Locale::new);
}

/// The rules that every answer keeps, whatever the catalogue and the day.
fn assert_answer_holds(
    directory: &Directory,
    service: ServiceRef,
    municipality: MunicipalityRef,
    moment: Moment,
) -> Referral {
    let catalogue = directory.catalogue();
    let referral = resolve(directory, service, municipality, moment);
    let entrances = referral.entrances();
    let unconditional = entrances
        .iter()
        .filter(|one| one.condition.is_none())
        .count();
    let existing = catalogue[service].period.contains(directory.day());
    // Whoever is written down, looked up the slow way.
    let mut written = catalogue[service].responsibilities.iter().filter(|one| {
        one.period.contains(directory.day())
            && one.municipalities.contains(&municipality)
            && directory
                .answering(one.organisation)
                .is_some_and(|who| catalogue[who].serves.contains(&municipality))
    });
    match &referral {
        Referral::One(only) => assert_eq!(only.condition, None),
        Referral::Conditional(several) => {
            assert!(!several.is_empty());
            assert!(several.len() > 1 || unconditional == 0);
            assert!(unconditional <= 1, "{several:?}");
            assert!(
                several
                    .iter()
                    .rev()
                    .skip(1)
                    .all(|one| one.condition.is_some())
            );
            for (position, one) in several.iter().enumerate() {
                assert!(
                    several[..position]
                        .iter()
                        .all(|other| other.condition != one.condition)
                );
            }
        }
        Referral::Unclear(several) => {
            assert!(several.len() >= 2);
            let alike = several.iter().enumerate().any(|(position, one)| {
                several[..position]
                    .iter()
                    .any(|other| other.condition == one.condition)
            });
            assert!(alike, "conditions tell them apart: {several:?}");
        }
        Referral::Gap(Gap::NoService, _) => assert!(!existing),
        Referral::Gap(Gap::Nobody, _) => assert!(existing && written.next().is_none()),
        Referral::Gap(Gap::OnlyAppeal | Gap::OnlyOnCall, _) => {
            assert!(existing && written.next().is_some());
            assert!(written.all(|one| !one.steps.contains(Step::Contact)));
        }
    }
    let first_in_all_cases = directory
        .duties_for(service, municipality)
        .any(|duty| duty.steps.contains(Step::Contact) && duty.responsibility.condition.is_none());
    let somebody_is_first = directory
        .duties_for(service, municipality)
        .any(|duty| duty.responsibility.steps.contains(Step::Contact));
    for (position, one) in entrances.iter().enumerate() {
        assert!(existing);
        assert!(directory.exists(one.organisation));
        assert!(catalogue[one.organisation].serves.contains(&municipality));
        assert!(one.formerly.is_none_or(|former| !directory.exists(former)));
        assert!(!one.steps.is_empty());
        // All other cases may begin with whoever has a part in all of them, where the first contact is only for some.
        let is_rest = one.condition.is_none() && entrances.len() > 1;
        assert!(!somebody_is_first || one.steps.contains(&Step::Contact) || is_rest);
        assert!(!(first_in_all_cases && referral.leaves_cases_out()));
        assert!(moment.time.is_some() || one.opening.is_none());
        let twice = entrances[..position].iter().any(|other| {
            (other.organisation, &other.condition) == (one.organisation, &one.condition)
        });
        assert!(!twice, "{one:?}");
    }
    let said = LOCALES.with(|locales| {
        [0, 1].map(|one| sentence(directory, service, &referral, moment, &locales[one]))
    });
    for said in said {
        assert!(
            said.starts_with(&catalogue[service].name) && said.ends_with('.'),
            "{said}"
        );
        // A message or an argument that is missing shows by its key.
        assert!(!said.contains("sentence-") && !said.contains('{'), "{said}");
        for one in entrances {
            let name = directory.name(one.organisation).to_lowercase();
            assert!(said.to_lowercase().contains(&name), "{said}");
        }
    }
    referral
}

fn a_day() -> impl Strategy<Value = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(1990, 1, 1).unwrap();
    (0..18_628u64).prop_map(move |days| first + chrono::Days::new(days))
}

fn a_time() -> impl Strategy<Value = NaiveTime> {
    (0..24u32, 0..60u32)
        .prop_map(|(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0).unwrap())
}

/// A catalogue of some municipalities, organisations with lives and successors, and one service, as a text.
fn any_catalogue() -> impl Strategy<Value = String> {
    let life = || {
        (
            prop::option::of(2000..2010i32),
            prop::option::of(2010..2020i32),
        )
    };
    let organisation = (life(), 1..8u8, any::<bool>(), any::<bool>());
    let responsible = (
        0..5usize,
        prop::sample::subsequence(Step::ALL.to_vec(), 1..5),
        life(),
        prop::option::of(0..3u8),
        any::<bool>(),
    );
    let organisations = prop::collection::vec(organisation, 1..6);
    let responsibles = prop::collection::vec(responsible, 0..7);
    (organisations, responsibles, life()).prop_map(|(organisations, responsibles, service)| {
        let days = |(from, until): (Option<i32>, Option<i32>)| {
            let from = from.map(|year| format!("from = {year}-01-01\n"));
            let until = until.map(|year| format!("until = {year}-12-31\n"));
            from.unwrap_or_default() + &until.unwrap_or_default()
        };
        let mut text = "catalogue = { name = \"x\", timezone = \"UTC\", country = \"SE\" }\ntopic = [{ id = \"t\", name = \"T\" }]\n".to_owned();
        for town in 0..3 {
            text += &format!("[[municipality]]\nid = \"m{town}\"\nname = \"M{town}\"\norganisation = \"o0\"\n");
        }
        let count = organisations.len();
        for (number, (life, serves, has_heir, has_unit)) in organisations.into_iter().enumerate() {
            let towns: Vec<_> = (0..3).filter(|town| serves & (1 << town) != 0).map(|town| format!("m{town}")).collect();
            text += &format!(
                "[[organisation]]\nid = \"o{number}\"\nname = \"O{number}\"\nkind = \"agency\"\nserves = {towns:?}\n{}",
                days(life)
            );
            if has_heir && life.1.is_some() && number + 1 < count {
                text += &format!("successor = \"o{}\"\n", number + 1);
            }
            text += &format!("contact = {{ phone = \"10{number}\", hours = \"Mo-Fr 08:00-16:00; PH off\" }}\n");
            if has_unit {
                text += "[[organisation.unit]]\nid = \"u\"\nname = \"U\"\n";
            }
        }
        text += &format!("[[service]]\nid = \"s\"\nname = \"S\"\ntopic = \"t\"\n{}", days(service));
        for (organisation, steps, life, condition, on_its_own) in responsibles {
            let words: Vec<_> = steps.into_iter().map(Step::word).collect();
            text += &format!("[[service.responsible]]\norganisation = \"o{}\"\nsteps = {words:?}\n", organisation % count);
            if on_its_own {
                text += &days(life);
            }
            if let Some(condition) = condition {
                text += &format!("condition = \"fall {condition}\"\n");
            }
        }
        text
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn on_any_day_the_shipped_catalogue_answers_every_question_by_the_rules(day in a_day()) {
        let directory = Directory::at(SHIPPED.clone(), day);
        for service in SHIPPED.service_refs() {
            for municipality in SHIPPED.municipality_refs() {
                assert_answer_holds(&directory, service, municipality, Moment::day(day));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn at_any_time_the_shipped_catalogue_tells_whether_somebody_answers(
        day in a_day(),
        time in a_time(),
        service in any::<prop::sample::Index>(),
        municipality in any::<prop::sample::Index>(),
    ) {
        let directory = Directory::at(SHIPPED.clone(), day);
        let service = service.index(SHIPPED.services().len());
        let municipality = municipality.index(SHIPPED.municipalities().len());
        let moment = Moment { day, time: Some(time) };
        let referral = assert_answer_holds(
            &directory,
            ServiceRef::at(service),
            MunicipalityRef::at(municipality),
            moment,
        );
        for one in referral.entrances() {
            prop_assert_eq!(one.opening.is_some(), one.contact.hours.is_some());
        }
    }

    #[test]
    fn any_catalogue_answers_every_question_by_the_rules(text in any_catalogue(), days in prop::collection::vec(a_day(), 4), time in a_time()) {
        let catalogue = Arc::new(without_faults(&text));
        for day in days {
            let directory = Directory::at(catalogue.clone(), day);
            for municipality in catalogue.municipality_refs() {
                for moment in [Moment::day(day), Moment { day, time: Some(time) }] {
                    assert_answer_holds(&directory, ServiceRef::at(0), municipality, moment);
                }
            }
        }
    }
}
