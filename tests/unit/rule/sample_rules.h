#ifndef CROSSCHECK_TESTS_UNIT_RULE_SAMPLE_RULES_H_
#define CROSSCHECK_TESTS_UNIT_RULE_SAMPLE_RULES_H_

namespace crosscheck {

// A rule file without a mistake that uses every section and nearly every key.
inline constexpr char kSampleRules[] = R"yaml(version: 1
lexicons:
  cut: [cut~, lower~, reduce~, "trim~ back"]
  trend: {rise: [rise~, grow~], fall: [fall~, drop~]}
entities:
  acme: {type: org, names: [Acme, Acme Corp.]}
  head-of-state:
    type: office
    holders:
      - {name: Second Person, from: 2021-01-20}
      - {name: First Person, from: 2017-01-20, to: 2021-01-20}
patterns:
  booked: '(reported|posted|booked)'
rules:
  - id: company-revenue
    attribute: revenue
    severity: error
    patterns:
      - '{org:subject} ... {pattern:booked} ... revenue of {money:value}'
      - '(revenue|sales) ... {lexicon:cut} to {money:value}'
      - {regex: 'revenue: {money:value}'}
    scope: {period: nearest, inclusion: [including, excluding]}
    unless: ['adjusted', 'forecast~']
    compare: {as: amount, tolerance: stated_precision}
    message: '{a.document} has {a.value}, {b.document} has {b.value}'
    ask: 'Which period does each figure cover?'
    tests:
      - name: different amounts
        documents: {draft: 'Acme reported revenue of <<$3 million>>.', wire: 'Acme booked revenue of <<$4 million>>.'}
        want: contradiction
      - name: rounding agrees
        documents:
          draft: 'Acme reported revenue of $3 million.'
          wire: {text: 'Acme booked revenue of $3.04 million.', published: 2025-07-15}
        want: nothing
  - id: writedown
    attribute: writedown
    patterns: '{money:value} (write-down|charge)'
    zones: ['!caption', '!title']
    compare: amount
aligned:
  - id: values-money
    compare: {as: values, kinds: [money], threshold: 0.6}
relations:
  - id: revenue-against-writedown
    between: [revenue, writedown]
    same: [subject, event]
    want: note
statuses:
  - id: licence
    states:
      - {name: applied, patterns: ['applied for a? licence~']}
      - {name: granted, rank: 5, patterns: ['licence~ (was|were) granted'], unless: 'not'}
)yaml";

}  // namespace crosscheck

#endif  // CROSSCHECK_TESTS_UNIT_RULE_SAMPLE_RULES_H_
