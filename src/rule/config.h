#ifndef CROSSCHECK_RULE_CONFIG_H_
#define CROSSCHECK_RULE_CONFIG_H_

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "crosscheck/diagnostic.h"
#include "crosscheck/text_span.h"
#include "rule/rule_set.h"
#include "rule/yaml_reader.h"

namespace crosscheck {

// A text of a file, and where it stands there.
struct PlacedText {
  std::string text;
  LineColumn at;
  size_t offset = 0;  // byte of the file
};

// `level` for the findings of `rule` ("*" for every rule) that have a claim in a document that one of `globs` fits.
struct SeverityRow {
  PlacedText rule;
  std::string level;              // "note", "warning", "error" or "off"
  std::vector<PlacedText> globs;  // empty: everywhere
};

// The documents that one of `drafts` fits are drafts, and what `sources` fit are the sources of each.
struct SourceRow {
  std::vector<PlacedText> drafts;
  std::vector<PlacedText> sources;
};

// What a .crosscheck.yaml says; what it leaves out is nullopt or empty. Paths and globs are as written, relative to
// the file's folder.
struct Config {
  std::shared_ptr<const SourceText> source;
  std::vector<PlacedText> rules;
  std::optional<PlacedText> standard_rules;  // "true" or "false"
  std::vector<SeverityRow> severities;       // in the order in which they count: of those that fit, the last
  std::vector<PlacedText> zones_off;
  std::optional<PlacedText> fail_on, show, baseline, waivers, reviews, owner;
  std::vector<PlacedText> formats;
  std::vector<SourceRow> sources;
};

// Appends every problem; kInvalidArgument where one is an error.
absl::StatusOr<Config> ParseConfig(absl::string_view path, absl::string_view text,
                                   std::vector<Diagnostic>& diagnostics);

// Appends an error for each rule that the configuration names and that is none of `rules`.
void CheckConfigRules(const Config& config, const RuleSet& rules, std::vector<Diagnostic>& diagnostics);

// The zone of its name in rules and configurations ("table_cell"); nullopt for other words.
std::optional<Zone> ZoneOfName(absl::string_view name);

}  // namespace crosscheck

#endif  // CROSSCHECK_RULE_CONFIG_H_
