#include <algorithm>
#include <set>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "rule/rule_builder.h"

namespace crosscheck {

namespace {

using Kind = YamlNode::Kind;

// <<…>> marks must pair and not nest.
void CheckMarks(const YamlNode& node, FieldReader& fields) {
  const std::string& text = node.scalar;
  bool open = false;
  size_t opened = 0;
  for (size_t at = 0; at + 1 < text.size(); ++at) {
    const bool begins = text[at] == '<' && text[at + 1] == '<';
    const bool ends = text[at] == '>' && text[at + 1] == '>';
    if (!begins && !ends) continue;
    if (begins == open) {
      fields.Error(fields.OffsetOf(node, at), begins ? "a '<<' inside '<<'" : "a '>>' without its '<<'");
      return;
    }
    open = begins;
    opened = at;
    ++at;
  }
  if (open) fields.Error(fields.OffsetOf(node, opened), "a '<<' without its '>>'");
}

void ReadDocument(const std::string& name, const YamlNode& node, TestExpectation& test, FieldReader& fields) {
  const YamlNode* text = &node;
  if (node.Is(Kind::kMap)) {
    fields.RejectUnknownKeys(node, kTestDocumentKeys);
    text = node.Find("text");
    if (text == nullptr) {
      fields.Missing(node, "text", "a test document has no 'text'");
      return;
    }
    if (fields.Day(node, "published").has_value()) test.published[name] = fields.Text(node, "published");
    if (node.Find("publisher") != nullptr) test.publishers[name] = fields.Text(node, "publisher");
  }
  const std::string content = fields.TextOf(*text, "the text of a test document");
  if (content.empty()) return;
  CheckMarks(*text, fields);
  test.documents.emplace_back(name, content);
}

void ReadPublished(const YamlNode& map, TestExpectation& test, FieldReader& fields) {
  const YamlNode* node = map.Find("published");
  if (node == nullptr || !fields.IsMap(*node, "'published' of a test")) return;
  std::vector<absl::string_view> names;
  for (const auto& document : test.documents) names.emplace_back(document.first);
  for (const auto& entry : node->entries) {
    entry.second.was_read = true;
    if (!fields.RequireKnown(entry.first.offset, "document", entry.first.scalar, names)) continue;
    if (fields.DayOf(entry.second).has_value()) test.published[entry.first.scalar] = entry.second.scalar;
  }
}

TestExpectation ReadTest(const YamlNode& node, FieldReader& fields) {
  TestExpectation test;
  test.at = fields.At(node);
  fields.RejectUnknownKeys(node, kTestKeys);
  test.name = fields.RequiredText(node, "name", "a test");
  if (const YamlNode* documents = node.Find("documents"); documents == nullptr) {
    fields.Missing(node, "documents", "a test has no 'documents'");
  } else if (fields.IsMap(*documents, "'documents' of a test")) {
    if (documents->entries.empty()) fields.Error(documents->offset, "'documents' of a test is empty");
    for (const auto& entry : documents->entries) {
      entry.second.was_read = true;
      ReadDocument(entry.first.scalar, entry.second, test, fields);
    }
  }
  ReadPublished(node, test, fields);
  test.todo = fields.Bool(node, "todo");
  test.severity = fields.Choice(node, kTestKeys, "severity", "severity");
  if (node.Find("want") == nullptr) {
    fields.Missing(node, "want",
                   "a test that asserts nothing: say what it wants ('want: contradiction', 'want: nothing', …)");
  } else {
    test.want = fields.Choice(node, kTestKeys, "want", "outcome");
  }
  return test;
}

std::string WithoutMarks(const std::string& text) { return absl::StrReplaceAll(text, {{"<<", ""}, {">>", ""}}); }

// Whether no program could pass both: the same documents, marks aside, and another outcome.
bool Contradict(const TestExpectation& a, const TestExpectation& b) {
  const bool other_severity = !a.severity.empty() && !b.severity.empty() && a.severity != b.severity;
  const bool other_outcome = (a.want == "nothing") != (b.want == "nothing") || (a.want == b.want && other_severity);
  if (!other_outcome || a.want.empty() || b.want.empty() || a.published != b.published) return false;
  return std::equal(a.documents.begin(), a.documents.end(), b.documents.begin(), b.documents.end(),
                    [](const auto& x, const auto& y) {
                      return x.first == y.first && WithoutMarks(x.second) == WithoutMarks(y.second);
                    });
}

}  // namespace

std::vector<TestExpectation> ReadTests(const YamlNode& map, FieldReader& fields) {
  std::vector<TestExpectation> tests;
  const YamlNode* list = map.Find("tests");
  if (list == nullptr || !fields.IsList(*list, "'tests'")) return tests;
  for (const YamlNode& node : list->items) {
    if (!fields.IsMap(node, "a test")) continue;
    TestExpectation test = ReadTest(node, fields);
    for (const TestExpectation& other : tests) {
      if (other.name == test.name && !test.name.empty()) {
        fields.Error(node.Find("name")->offset, absl::StrCat("two tests are called '", test.name, "'"));
      }
      if (!test.documents.empty() && Contradict(test, other)) {
        fields.Error(node.offset,
                     absl::StrCat("this test contradicts '", other.name, "': the same documents, another outcome"));
      }
    }
    tests.push_back(std::move(test));
  }
  return tests;
}

// "a <<lorry|van|bus>> hit a wall" stands for two tests: lorry against van, and, lest it be alone, bus against lorry.
void AppendSwaps(const YamlNode& map, std::vector<TestExpectation>& tests, FieldReader& fields) {
  for (const YamlNode* node : fields.Texts(map, "swaps")) {
    CheckMarks(*node, fields);
    const absl::string_view text = node->scalar;
    const size_t begin = text.find("<<");
    const size_t end = text.find(">>");
    std::vector<std::string> words;
    if (begin < end && end != absl::string_view::npos && text.find("<<", end) == absl::string_view::npos) {
      words = absl::StrSplit(text.substr(begin + 2, end - begin - 2), '|');
    }
    if (words.size() < 2 || std::find(words.begin(), words.end(), "") != words.end()) {
      fields.Error(node->offset, "a swap has one mark with two words or more: <<this|that>>");
      continue;
    }
    const absl::string_view before = text.substr(0, begin);
    const absl::string_view after = text.substr(end + 2);
    for (size_t i = 0; i < words.size(); i += 2) {
      const std::string& other = words[i + 1 < words.size() ? i + 1 : 0];
      TestExpectation test;
      test.at = fields.At(*node);
      test.name = absl::StrCat(before, words[i], "|", other, after);
      test.documents.emplace_back("draft", absl::StrCat(before, "<<", words[i], ">>", after));
      test.documents.emplace_back("source", absl::StrCat(before, "<<", other, ">>", after));
      test.want = "contradiction";
      tests.push_back(std::move(test));
    }
  }
}

std::vector<TestExpectation> ReadExamples(const YamlNode& map, const std::string& state, FieldReader& fields) {
  std::vector<TestExpectation> examples;
  std::set<std::string> seen;
  for (const YamlNode* node : fields.Texts(map, "examples")) {
    CheckMarks(*node, fields);
    TestExpectation example;
    example.at = fields.At(*node);
    example.name = WithoutMarks(node->scalar);
    example.documents.emplace_back("example", node->scalar);
    example.want = example.name == node->scalar ? kWantNoClaim : kWantClaim;
    example.state = state;
    if (!seen.insert(example.name).second) fields.Error(node->offset, "this example stands here twice");
    examples.push_back(std::move(example));
  }
  return examples;
}

void RequireTests(const YamlNode& map, absl::string_view id, Severity severity,
                  const std::vector<TestExpectation>& tests, FieldReader& fields) {
  if (severity != Severity::kError) return;
  const auto wants_nothing = [](const TestExpectation& test) { return test.want == "nothing"; };
  const bool negative = std::any_of(tests.begin(), tests.end(), wants_nothing);
  const bool positive = !std::all_of(tests.begin(), tests.end(), wants_nothing);
  if (negative && positive) return;
  const YamlNode* severity_node = map.Find("severity");
  const char* missing = !negative && !positive ? "a test that wants a finding and one that wants nothing"
                        : positive             ? "a test that wants nothing"
                                               : "a test that wants a finding";
  fields.Error(severity_node == nullptr ? map.offset : severity_node->offset,
               absl::StrCat("'", id, "' cannot be an error: it needs ", missing));
}

}  // namespace crosscheck
