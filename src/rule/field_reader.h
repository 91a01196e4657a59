#ifndef CROSSCHECK_RULE_FIELD_READER_H_
#define CROSSCHECK_RULE_FIELD_READER_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "crosscheck/diagnostic.h"
#include "crosscheck/judgement.h"
#include "rule/rule_keys.h"
#include "rule/rule_set.h"
#include "rule/yaml_reader.h"

namespace crosscheck {

// Reads typed fields out of YAML nodes; what does not fit becomes a diagnostic at its place, and an empty value.
class FieldReader {
 public:
  // `sources` are all files of the set, of which `file` is the one that is read. Nodes can come from any of them.
  FieldReader(const std::vector<std::shared_ptr<const SourceText>>& sources, uint32_t file,
              std::vector<Diagnostic>& diagnostics)
      : sources_(sources), file_(file), diagnostics_(diagnostics) {}

  void Error(size_t offset, std::string message);
  void Warning(size_t offset, std::string message);
  RuleLocation At(const YamlNode& node) const { return AtOffset(node.offset); }
  RuleLocation AtOffset(size_t offset) const;
  // The file that `node` was written in, and its number.
  const SourceText& SourceOf(const YamlNode& node) const { return *sources_[FileOf(node.offset)]; }
  uint32_t FileOf(size_t offset) const { return static_cast<uint32_t>(FileOfOffset(offset, file_)); }
  // Of byte `index` of a scalar's value: for Error and AtOffset.
  size_t OffsetOf(const YamlNode& scalar, size_t index) const;
  const SourceText& source() const { return *sources_[file_]; }

  // True where `node` is a map; else says that `what` must be one.
  bool IsMap(const YamlNode& node, absl::string_view what);
  bool IsList(const YamlNode& node, absl::string_view what);
  // Complains about each key of `map` that is not in the table, with the nearest that is.
  void RejectUnknownKeys(const YamlNode& map, const KeyTable& table);
  // Complains that the map has no `key`, unless a key of it that was rejected is nearly that: one slip, one mistake.
  void Missing(const YamlNode& map, absl::string_view key, std::string message);
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
  // A text, or each of a list of texts, that must be one of the choices of its row; `what` for the message. What is
  // none of them is left out.
  std::string Choice(const YamlNode& map, const KeyTable& table, absl::string_view key, absl::string_view what);
  std::vector<std::string> Choices(const YamlNode& map, const KeyTable& table, absl::string_view key,
                                   absl::string_view what);

  // "" where `node` is no text.
  std::string TextOf(const YamlNode& node, absl::string_view what);
  std::optional<absl::CivilDay> DayOf(const YamlNode& node);
  // An id: lower-case letters, digits, hyphens (and underscores where `underscores`).
  std::string Id(const YamlNode& map, absl::string_view owner);
  bool CheckId(const YamlNode& node, absl::string_view what, bool underscores);

 private:
  const std::vector<std::shared_ptr<const SourceText>>& sources_;
  uint32_t file_;
  std::vector<Diagnostic>& diagnostics_;
  std::set<std::pair<size_t, std::string>> misspelt_;  // offset of a map, and the key that was meant in it
};

// "2025-07-15"; nullopt for anything else, such as 2025-02-30.
std::optional<absl::CivilDay> ParseIsoDay(absl::string_view text);

}  // namespace crosscheck

#endif  // CROSSCHECK_RULE_FIELD_READER_H_
