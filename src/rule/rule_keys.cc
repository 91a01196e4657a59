#include "rule/rule_keys.h"

#include "absl/strings/str_split.h"

namespace crosscheck {

namespace {

using enum KeyShape;

constexpr absl::string_view kSeverities = "note|warning|error";
constexpr absl::string_view kConfidences = "high|medium|low";
constexpr absl::string_view kModalities = "stated|expected|possible|denied|hypothetical";
constexpr absl::string_view kZones =
    "title|dek|heading|paragraph|list_item|quotation|caption|table_cell|byline|boilerplate|"
    "!title|!dek|!heading|!paragraph|!list_item|!quotation|!caption|!table_cell|!byline|!boilerplate";
constexpr absl::string_view kWants = "contradiction|related|update|arithmetic|calendar|quote|unsupported|hedge|nothing";
constexpr absl::string_view kKinds = "contradiction|related|update|arithmetic|calendar|quote|unsupported|hedge";

constexpr KeyRow kHolderRows[] = {
    {"name", kText, "Who held the office", true},
    {"from", kDay, "The first day in office"},
    {"to", kDay, "The first day after the term"},
};

constexpr KeyRow kEntityRows[] = {
    {"type", kText, "org, person, place, office, product, or a word of your own", true},
    {"names", kTexts, "The names; the first is what reports show"},
    {"aliases", kTexts, "More names"},
    {"holders", kTables, "Of an office: who held it, and when", false, "", &kHolderKeys},
    {"part_of", kText, "The id of the entity that this one lies in"},
    {"description", kText, "For readers of the rules"},
};

constexpr KeyRow kTestDocumentRows[] = {
    {"text", kText, "The document, as Markdown; <<…>> marks what the finding must point at", true},
    {"published", kDay, "The day of the document"},
    {"publisher", kText, "Who published it"},
};

constexpr KeyRow kTestRows[] = {
    {"name", kText, "What the test shows", true},
    {"documents", kDocuments, "The documents by name; the one called draft is the draft", true, "", &kTestDocumentKeys},
    {"published", kNamedDays, "The days of the documents, by name"},
    {"want", kText, "The kind of finding that must come, or nothing", true, kWants},
    {"severity", kText, "The severity that the finding must have", false, kSeverities},
    {"todo", kBool, "true: the test is known to fail; it is said when it begins to pass"},
};

constexpr KeyRow kScopeRows[] = {
    {"period", kText, "nearest: the nearest other date of the sentence is the period of the claim", false, "nearest"},
    {"place", kText, "nearest: the nearest place of the sentence is the place of the claim", false, "nearest"},
    {"inclusion", kTexts, "Words that say what is counted in or out; claims with different ones do not meet"},
    {"edition", kTexts, "Words that say which edition, version or series is meant"},
    {"event", kTexts, "Words that say which event is meant"},
};

constexpr KeyRow kRuleRows[] = {
    {"id", kText, "Unique and stable: waivers and baselines name it", true},
    {"extends", kText,
     "The id of the rule whose keys this one has unless it says otherwise; key+ adds, key- takes out"},
    {"attribute", kText, "What the claims are about; claims of one subject and attribute meet", true},
    {"description", kText, "What the rule is for, in a line"},
    {"type", kText, "The class of error in reports; by default that of the comparison"},
    {"severity", kText, "How grave a disagreement is; by default warning", false, kSeverities},
    {"confidence", kText, "How sure a finding is, for lists of rules", false, kConfidences},
    {"patterns", kPatterns, "What makes a claim", true},
    {"unless", kPatterns, "A sentence that one of these matches makes no claim"},
    {"subject", kText, "Where no slot is called subject: nearest, document, or = and a constant"},
    {"value", kText, "The value of the claims, where no slot is called value"},
    {"zones", kTexts, "The parts of a document that make claims; with ! all but those", false, kZones},
    {"scope", kTable, "What must be the same for two claims to meet", false, "", &kScopeKeys},
    {"modality", kTexts, "Only claims that are worded so count", false, kModalities},
    {"compare", kCompare, "How two values are held against each other", true},
    {"message", kText,
     "What is reported; {a.document}, {a.value}, {b.document}, {b.value}, {subject}, … are filled in"},
    {"ask", kText, "What the editor should ask"},
    {"help", kText, "What to do about a finding, for lists of rules"},
    {"tags", kTexts, "Words to find the rule by"},
    {"owner", kText, "Who keeps the rule"},
    {"examples", kTexts, "Sentences that make a claim of just what stands between << and >>; without a mark, none"},
    {"swaps", kTexts, "Sentences with <<this|that|…>>: one of the words against another must be a contradiction there"},
    {"tests", kTables, "Examples that must and must not be found", false, "", &kTestKeys},
};

constexpr KeyRow kAlignedRows[] = {
    {"id", kText, "Unique and stable: waivers and baselines name it", true},
    {"extends", kText,
     "The id of the rule whose keys this one has unless it says otherwise; key+ adds, key- takes out"},
    {"description", kText, "What the rule is for, in a line"},
    {"type", kText, "The class of error in reports; by default that of the comparison"},
    {"severity", kText, "How grave a disagreement is; by default warning", false, kSeverities},
    {"confidence", kText, "How sure a finding is, for lists of rules", false, kConfidences},
    {"unless", kPatterns, "A sentence that one of these matches takes no part"},
    {"zones", kTexts, "The parts of a document that take part; with ! all but those", false, kZones},
    {"compare", kCompare, "What is held against what", true},
    {"message", kText,
     "What is reported; {a.document}, {a.value}, {b.document}, {b.value}, {subject}, … are filled in"},
    {"ask", kText, "What the editor should ask"},
    {"help", kText, "What to do about a finding, for lists of rules"},
    {"tags", kTexts, "Words to find the rule by"},
    {"owner", kText, "Who keeps the rule"},
    {"swaps", kTexts, "Sentences with <<this|that|…>>: one of the words against another must be a contradiction there"},
    {"tests", kTables, "Examples that must and must not be found", false, "", &kTestKeys},
};

constexpr KeyRow kRelationRows[] = {
    {"id", kText, "Unique and stable: waivers and baselines name it", true},
    {"between", kTexts, "Two attributes of rules, or more", true},
    {"check", kText,
     "related (default): two measures that are mixed up; excludes: they cannot both be so; implies: who says the first "
     "says the others; order: none is more, or later, than the next; sum: the first is the total of the others",
     false, "related|excludes|implies|order|sum"},
    {"same", kTexts, "What must be equal for the two to meet; event always is", false, "subject|event|period|place"},
    {"description", kText, "What the relation is for, in a line"},
    {"type", kText, "The class of error in reports; by default the kind"},
    {"kind", kText, "The kind of finding; by default related, of a sum arithmetic, of the other checks contradiction",
     false, kKinds},
    {"severity", kText, "How grave it is; by default warning", false, kSeverities},
    {"want", kText, "The same as severity", false, kSeverities},
    {"message", kText,
     "What is reported; {a.document}, {a.value}, {b.document}, {b.value}, {subject}, … are filled in"},
    {"ask", kText, "What the editor should ask"},
    {"tests", kTables, "Examples that must and must not be found", false, "", &kTestKeys},
};

constexpr KeyRow kStateRows[] = {
    {"name", kText, "What the state is called", true},
    {"rank", kWhole, "Its place in the order; by default 0, 1, 2, …"},
    {"patterns", kPatterns, "What says that a thing is in this state", true},
    {"unless", kPatterns, "A sentence that one of these matches says nothing of this state"},
    {"examples", kTexts, "Sentences that say so by just what stands between << and >>; without a mark, none"},
};

constexpr KeyRow kStatusRows[] = {
    {"id", kText, "Unique and stable: waivers and baselines name it", true},
    {"description", kText, "What the status is of, in a line"},
    {"type", kText, "The class of error that is reported; by default status"},
    {"severity", kText, "How grave a disagreement is; by default warning", false, kSeverities},
    {"compare", kSettings, "The settings of the comparison status"},
    {"states", kTables, "The states, in order", true, "", &kStateKeys},
    {"message", kText,
     "What is reported; {a.document}, {a.value}, {b.document}, {b.value}, {subject}, … are filled in"},
    {"ask", kText, "What the editor should ask"},
    {"tests", kTables, "Examples that must and must not be found", false, "", &kTestKeys},
};

constexpr KeyRow kFileRows[] = {
    {"version", kWhole, "The version of the rule language", true, "1"},
    {"imports", kTexts, "Files beside this one that are loaded with it"},
    {"lexicons", kLexicons, "Word lists: a list of phrases, groups of phrases, or {tsv: file}"},
    {"entities", kNamed, "Firms, people, places, offices and their names, by id", false, "", &kEntityKeys},
    {"patterns", kNamedTexts, "Patterns with a name, to be used as {pattern:name}"},
    {"rules", kTables, "Claims, by pattern", false, "", &kRuleKeys},
    {"aligned", kTables, "Comparisons that need no pattern", false, "", &kAlignedKeys},
    {"relations", kTables, "Attributes that have to do with one another", false, "", &kRelationKeys},
    {"statuses", kTables, "Things that go through states", false, "", &kStatusKeys},
};

constexpr KeyRow kManifestDocumentRows[] = {
    {"path", kText, "The file, beside the manifest", true},
    {"role", kText, "draft or source; by default source", false, "draft|source"},
    {"published", kDay, "The day on which it came out"},
    {"publisher", kText, "Who published it"},
    {"kind", kText, "How near to the event it is", false, "primary|secondary|archive"},
    {"status", kText, "withdrawn: it is not compared", false, "usable|withdrawn"},
    {"supersedes", kTexts, "The documents that it replaces"},
    {"derived_from", kTexts, "The documents that it was made from"},
    {"trust", kText, "How far it is trusted", false, kConfidences},
};

constexpr KeyRow kManifestRows[] = {
    {"version", kWhole, "The version of the manifest", true, "1"},
    {"documents", kTables, "The documents of the dossier", true, "", &kManifestDocumentKeys},
};

constexpr absl::string_view kLevels = "note|warning|error|off";

constexpr KeyRow kConfigPathRows[] = {
    {"glob", kTexts,
     "Which documents, seen from the folder of this file; a finding counts if one of its claims is there", true},
    {"severities", kNamedChoices, "How grave the findings of a rule are there; off leaves them out, * is every rule",
     true, kLevels},
};

constexpr KeyRow kConfigSourceRows[] = {
    {"drafts", kTexts, "Which documents are drafts, by globs", true},
    {"sources", kTexts, "The sources of each of them, by globs", true},
};

constexpr KeyRow kConfigRows[] = {
    {"version", kWhole, "The version of the configuration", true, "1"},
    {"rules", kTexts, "Rule files, or folders of them, beside the rules that come with the program"},
    {"standard_rules", kBool, "false: the rules that come with the program do not run"},
    {"severities", kNamedChoices, "How grave the findings of a rule are; off leaves them out, * is every rule", false,
     kLevels},
    {"paths", kTables, "Other severities for some documents; the last that fits counts", false, "", &kConfigPathKeys},
    {"zones_off", kTexts, "Parts of documents that make no claims", false,
     "title|dek|heading|paragraph|list_item|quotation|caption|table_cell|byline"},
    {"fail_on", kText, "The least severity that makes the exit code 1", false, "error|warning|note|never"},
    {"show", kText, "The least severity that reports show", false, "error|warning|note"},
    {"formats", kTexts, "How to report: NAME, or NAME=FILE"},
    {"sources", kTables, "Which documents are drafts, and what their sources are", false, "", &kConfigSourceKeys},
    {"baseline", kText, "The file of known findings"},
    {"waivers", kText, "The file of waivers; by default crosscheck-waivers.yaml beside the draft"},
    {"reviews", kText, "The file of reviews; by default crosscheck-reviews.yaml beside the draft"},
    {"owner", kText, "Who answers for waivers in comments that name nobody"},
};

constexpr KeyRow kBaselineFindingRows[] = {
    {"fingerprint", kText, "Of the finding, as reports give it", true},
    {"count", kWhole, "How many findings have it; by default 1"},
    {"rule", kText, "The rule that found it"},
    {"severity", kText, "How grave it was", false, kSeverities},
    {"document", kText, "Where it is first seen, from the folder of this file", true},
    {"message", kText, "What it said"},
};

constexpr KeyRow kBaselineRows[] = {
    {"version", kWhole, "The version of the baseline", true, "1"},
    {"findings", kTables, "What is known and does not fail", true, "", &kBaselineFindingKeys},
};

constexpr KeyRow kWaiverRows[] = {
    {"rule", kText, "The rule whose finding may stand", true},
    {"document", kText, "A document of the finding, from the folder of this file; globs are allowed", true},
    {"text", kText, "Words of the sentence in that document; or a fingerprint says which finding"},
    {"fingerprint", kText, "Of the finding, as reports give it"},
    {"reason", kText, "Why it may stand", true},
    {"owner", kText, "Who answers for it", true},
    {"until", kDay, "The last day on which it holds", true},
};

constexpr KeyRow kWaiverFileRows[] = {
    {"version", kWhole, "The version of the file", true, "1"},
    {"waivers", kTables, "Findings that may stand, until a day", true, "", &kWaiverKeys},
};

constexpr KeyRow kReviewRows[] = {
    {"fingerprint", kText, "Of the finding, as reports give it", true},
    {"state", kText, "What was decided", true, "fixed|draft-right|both-right|ask"},
    {"by", kText, "Who decided it", true},
    {"note", kText, "Why, or what to ask"},
    {"day", kDay, "When"},
    {"rule", kText, "The rule that found it"},
    {"message", kText, "What it said"},
};

constexpr KeyRow kReviewFileRows[] = {
    {"version", kWhole, "The version of the file", true, "1"},
    {"reviews", kTables, "What people decided about findings", true, "", &kReviewKeys},
};

}  // namespace

const KeyTable kConfigPathKeys = {"path", kConfigPathRows};
const KeyTable kConfigSourceKeys = {"draft-sources", kConfigSourceRows};
const KeyTable kConfigKeys = {"config", kConfigRows};
const KeyTable kBaselineFindingKeys = {"known-finding", kBaselineFindingRows};
const KeyTable kBaselineKeys = {"baseline", kBaselineRows};
const KeyTable kWaiverKeys = {"waiver", kWaiverRows};
const KeyTable kWaiverFileKeys = {"waivers", kWaiverFileRows};
const KeyTable kReviewKeys = {"review", kReviewRows};
const KeyTable kReviewFileKeys = {"reviews", kReviewFileRows};
const KeyTable kHolderKeys = {"holder", kHolderRows};
const KeyTable kEntityKeys = {"entity", kEntityRows};
const KeyTable kTestDocumentKeys = {"test-document", kTestDocumentRows};
const KeyTable kTestKeys = {"test", kTestRows};
const KeyTable kScopeKeys = {"scope", kScopeRows};
const KeyTable kRuleKeys = {"rule", kRuleRows};
const KeyTable kAlignedKeys = {"aligned-rule", kAlignedRows};
const KeyTable kRelationKeys = {"relation", kRelationRows};
const KeyTable kStateKeys = {"state", kStateRows};
const KeyTable kStatusKeys = {"status", kStatusRows};
const KeyTable kFileKeys = {"rules", kFileRows};
const KeyTable kManifestDocumentKeys = {"document", kManifestDocumentRows};
const KeyTable kManifestKeys = {"dossier", kManifestRows};

const KeyRow* KeyTable::Find(absl::string_view key) const {
  for (const KeyRow& row : rows) {
    if (row.name == key) return &row;
  }
  return nullptr;
}

std::vector<absl::string_view> KeyTable::Names() const {
  std::vector<absl::string_view> names;
  for (const KeyRow& row : rows) names.push_back(row.name);
  return names;
}

std::vector<absl::string_view> SplitChoices(absl::string_view choices) {
  if (choices.empty()) return {};
  return absl::StrSplit(choices, '|');
}

}  // namespace crosscheck
