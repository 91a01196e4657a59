#ifndef CROSSCHECK_RULE_FIELD_READER_H_
#define CROSSCHECK_RULE_FIELD_READER_H_

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "crosscheck/diagnostic.h"
#include "crosscheck/judgement.h"
#include "rule/rule_set.h"
#include "rule/yaml_reader.h"

namespace crosscheck {

// Reads typed fields out of YAML nodes; what does not fit becomes a diagnostic at its place, and an empty value.
class FieldReader {
 public:
  FieldReader(const SourceText& source, uint32_t file, std::vector<Diagnostic>& diagnostics)
      : source_(source), file_(file), diagnostics_(diagnostics) {}

  void Error(size_t offset, std::string message);
  void Warning(size_t offset, std::string message);
  RuleLocation At(const YamlNode& node) const { return {file_, source_.Locate(node.offset)}; }
  const SourceText& source() const { return source_; }
  uint32_t file() const { return file_; }

  // True where `node` is a map; else says that `what` must be one.
  bool IsMap(const YamlNode& node, absl::string_view what);
  bool IsList(const YamlNode& node, absl::string_view what);
  // Complains about each key of `map` that is not one of `known`, with the nearest that is.
  void RejectUnknownKeys(const YamlNode& map, std::initializer_list<absl::string_view> known);
  void RejectUnknownKeys(const YamlNode& map, const std::vector<absl::string_view>& known);
  // Complains where `word`, written at `offset`, is not one of `known`: "unknown what 'word'; did you mean …".
  bool RequireKnown(size_t offset, absl::string_view what, absl::string_view word,
                    const std::vector<absl::string_view>& known);

  // Of the map's `key`; "" (or nullopt, or no items) where there is none.
  std::string Text(const YamlNode& map, absl::string_view key);
  std::string RequiredText(const YamlNode& map, absl::string_view key, absl::string_view owner);
  std::optional<absl::CivilDay> Day(const YamlNode& map, absl::string_view key);
  bool Bool(const YamlNode& map, absl::string_view key);
  Severity SeverityOf(const YamlNode& map, absl::string_view key, Severity otherwise);
  // A list of texts; a single text stands for a list of one.
  std::vector<const YamlNode*> Texts(const YamlNode& map, absl::string_view key);
  std::vector<std::string> TextList(const YamlNode& map, absl::string_view key);

  // "" where `node` is no text.
  std::string TextOf(const YamlNode& node, absl::string_view what);
  std::optional<absl::CivilDay> DayOf(const YamlNode& node);
  // An id: lower-case letters, digits, hyphens (and underscores where `underscores`).
  std::string Id(const YamlNode& map, absl::string_view owner);
  bool CheckId(const YamlNode& node, absl::string_view what, bool underscores);

 private:
  const SourceText& source_;
  uint32_t file_;
  std::vector<Diagnostic>& diagnostics_;
};

// "2025-07-15"; nullopt for anything else, such as 2025-02-30.
std::optional<absl::CivilDay> ParseIsoDay(absl::string_view text);

}  // namespace crosscheck

#endif  // CROSSCHECK_RULE_FIELD_READER_H_
