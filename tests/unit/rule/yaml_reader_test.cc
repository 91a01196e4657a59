#include "rule/yaml_reader.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"

namespace crosscheck {

namespace {

std::string ProblemsOf(const std::string& text) {
  const SourceText source("f.yaml", text);
  std::vector<Diagnostic> diagnostics;
  ParseYaml(source, diagnostics);
  std::string out;
  for (const Diagnostic& d : diagnostics) {
    absl::StrAppend(&out, d.at.line, ":", d.at.column, " ", d.message, "\n");
  }
  return out;
}

}  // namespace

TEST_CASE("ParseYaml says what is wrong and where") {
  struct Row {
    const char* text;
    const char* want;
  };
  constexpr Row kRows[] = {
      {"a: 1\nb: 2\n", ""},
      {"", ""},
      {"a: 1\nb: 2\na: 3\n", "3:1 duplicate key 'a'; it stands on line 1 already\n"},
      {"é: [x]\nb: {ü: 1, ü: 2}\n", "2:11 duplicate key 'ü'; it stands on line 2 already\n"},
      {"a: 1\n---\nb: 2\n", "3:1 a second document begins here; a file holds one, so take out the '---'\n"},
      {"a: caf\xff\n", "1:7 not valid UTF-8 at byte 6\n"},
      {"a: 'b\n", "1:4 the quotation mark that begins here has no end\n"},
      {"a: \"b\\\"\n", "1:4 the quotation mark that begins here has no end\n"},
      {"a: 'it''s'\nb: ''\n", ""},
      {"a: b: c\n", "1:5 a ':' where none can stand; put the text in quotes\n"},
      {"a: *b\n", "1:4 unknown alias; a text that begins with '*' must be in quotes\n"},
      {"[a, b]: c\n", "1:1 a key must be plain text\n"},
  };
  for (const Row& row : kRows) {
    CAPTURE(std::string(row.text));
    CHECK(ProblemsOf(row.text) == row.want);
  }
}

TEST_CASE("aliases are copied, and cannot explode") {
  std::vector<Diagnostic> diagnostics;
  const SourceText source("f.yaml", "a: &x [1, 2]\nb: *x\n");
  const auto root = ParseYaml(source, diagnostics);
  REQUIRE(root.has_value());
  CHECK(root->Find("b")->items.size() == 2);
  std::string bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n";
  for (int i = 1; i < 12; ++i) {
    absl::StrAppend(&bomb, "a", i, ": &a", i, " [*a", i - 1);
    for (int j = 0; j < 9; ++j) absl::StrAppend(&bomb, ", *a", i - 1);
    absl::StrAppend(&bomb, "]\n");
  }
  CHECK(ProblemsOf(bomb) == "6:10 more than 200000 values in one file, copies made by aliases counted\n");
}

TEST_CASE("deep nesting is refused, not followed") {
  CHECK(ProblemsOf(std::string(20000, '[')) != "");
  CHECK(ProblemsOf(std::string(20000, '{')) != "");
}

TEST_CASE("OffsetInScalar finds the byte of the file for a byte of the value") {
  // The value's 'Z' is at index `at`; the file's only 'Z' is where it should be found.
  constexpr const char* kFiles[] = {
      "k: ab Z c\n",
      "k: 'a''b Z'\n",
      "k: \"a\\\"\\n\\x41\\u00e9 Z\"\n",
      "k: |\n  one\n  two Z\n",
      "k: >\n  one\n  two Z\n",
      "k: one\n  two\n  Z\n",
      "k: 'é Z'\n",
      "k: &x 'a Z'\n",
      "k: \"a\n   b Z\"\n",
  };
  for (const char* text : kFiles) {
    CAPTURE(text);
    const SourceText source("f.yaml", text);
    std::vector<Diagnostic> diagnostics;
    const auto root = ParseYaml(source, diagnostics);
    REQUIRE(root.has_value());
    const YamlNode& node = *root->Find("k");
    const size_t index = node.scalar.find('Z');
    REQUIRE(index != std::string::npos);
    CHECK(OffsetInScalar(source.text(), node.offset, node.style, node.scalar, index) == source.text().find('Z'));
  }
}

}  // namespace crosscheck
