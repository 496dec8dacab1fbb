//! What speaks for a finding, in words: one sentence for each kind of evidence.

use crate::catalogue::{MunicipalityRef, OrganisationRef};

use super::super::finding::{Evidence, Value};
use super::super::lookalike::{Band, Evidence as Comparison};
use super::Words;

impl Words<'_> {
    /// A piece of evidence as a sentence.
    pub(super) fn shown(&self, evidence: &Evidence) -> String {
        match evidence {
            Evidence::Written(text) => text.clone(),
            Evidence::SameSteps {
                steps,
                condition,
                organisations,
                municipalities,
                ..
            } => {
                let whole = [
                    ("where", self.municipalities(municipalities)),
                    ("names", self.organisations(organisations)),
                    ("steps", self.steps(*steps)),
                    ("condition", condition.clone().unwrap_or_default()),
                ];
                let key = match condition {
                    None => "evidence-same-steps",
                    Some(_) => "evidence-same-steps-if",
                };
                self.locale.with_owned(key, whole.into())
            }
            Evidence::Alone {
                steps,
                municipalities,
            } => self.locale.with_owned(
                "evidence-alone",
                vec![
                    ("where", self.municipalities(municipalities)),
                    ("steps", self.steps(*steps)),
                ],
            ),
            Evidence::SeveralEntrances {
                organisations,
                municipalities,
            } => self.between("evidence-several-entrances", organisations, municipalities),
            Evidence::NoEntrance {
                organisations,
                municipalities,
            } => self.between("evidence-no-entrance", organisations, municipalities),
            Evidence::Nobody {
                municipalities,
                elsewhere,
            } => self.locale.with_owned(
                "evidence-nobody",
                vec![
                    ("where", self.municipalities(municipalities)),
                    ("elsewhere", self.municipalities(elsewhere)),
                ],
            ),
            Evidence::NobodyLeft {
                municipalities,
                before,
            } => self.between("evidence-nobody-left", before, municipalities),
            Evidence::Chain {
                chain,
                municipalities,
                ..
            } => self.way_line(chain, municipalities, &[]),
            Evidence::Counted { services } => self.locale.count("evidence-counted", *services, &[]),
            Evidence::MoreWays {
                service,
                ways,
                at_least,
                municipalities,
            } => {
                let known = [
                    ("where", self.municipalities(municipalities)),
                    ("service", self.services(&[*service])),
                    ("some", if *at_least { "yes" } else { "no" }.to_owned()),
                ];
                let known: Vec<(&str, &str)> = known
                    .iter()
                    .map(|(key, text)| (*key, text.as_str()))
                    .collect();
                self.locale.count("evidence-more-ways", *ways, &known)
            }
            Evidence::Values { what, values } => self.values(what.as_deref(), values),
            Evidence::Alike {
                left,
                right,
                band,
                score,
                compared,
            } => self.alike([left, right], *band, *score, compared),
            Evidence::Unverified { .. } => self.unverified(evidence),
        }
    }

    fn between(
        &self,
        key: &str,
        organisations: &[OrganisationRef],
        municipalities: &[MunicipalityRef],
    ) -> String {
        self.locale.with_owned(
            key,
            vec![
                ("where", self.municipalities(municipalities)),
                ("names", self.organisations(organisations)),
            ],
        )
    }

    fn values(&self, what: Option<&str>, values: &[Value]) -> String {
        let value = |one: &Value| {
            let sources = self.sources(&one.sources);
            let from = match one.organisation {
                Some(organisation) => self.organisation(organisation).to_owned(),
                None => sources,
            };
            if from.is_empty() {
                return one.value.clone();
            }
            format!("{} ({from})", one.value)
        };
        let on_call = self.locale.text("evidence-on-call");
        let what = what.unwrap_or(&on_call);
        let values: Vec<String> = values.iter().map(value).collect();
        self.locale.with(
            "evidence-values",
            &[("what", what), ("values", &values.join("; "))],
        )
    }

    /// How alike two entries are, and each comparison with both values and its weight.
    fn alike(
        &self,
        [left, right]: [&str; 2],
        band: Band,
        score: f64,
        compared: &[Comparison],
    ) -> String {
        let key = match band {
            Band::Sure => "alike-sure",
            Band::Look | Band::No => "alike-look",
        };
        let comparison = |one: &Comparison| {
            let field = format!("alike-{}", one.field.word());
            let field = self.locale.text(&field);
            let values = if one.left == one.right {
                one.left.clone()
            } else {
                format!("{} / {}", one.left, one.right)
            };
            format!("{field} {} ({values})", self.weight(one.weight))
        };
        // What weighs nothing neither speaks for it nor against it.
        let telling = compared.iter().filter(|one| one.weight.abs() >= 0.05);
        let compared: Vec<String> = telling.map(comparison).collect();
        let known = [
            ("left", left),
            ("right", right),
            ("score", &self.weight(score)),
            ("compared", &compared.join("; ")),
        ];
        self.locale.with(key, &known)
    }

    fn unverified(&self, evidence: &Evidence) -> String {
        let Evidence::Unverified {
            organisation,
            never,
            overdue,
            all,
            oldest,
        } = evidence
        else {
            return String::new();
        };
        let name = self.organisation(*organisation);
        let (never, overdue) = (never.to_string(), overdue.to_string());
        let known = [
            ("name", name),
            ("never", never.as_str()),
            ("overdue", overdue.as_str()),
        ];
        match oldest {
            None => self.locale.count("evidence-never-verified", *all, &known),
            Some(day) => {
                let day = day.to_string();
                let known = [&known[..], &[("oldest", day.as_str())]].concat();
                self.locale.count("evidence-overdue", *all, &known)
            }
        }
    }

    /// A weight or a sum of weights, to a tenth.
    fn weight(&self, weight: f64) -> String {
        let written = format!("{weight:+.1}");
        written.replace('.', &self.decimal_sign().to_string())
    }
}
