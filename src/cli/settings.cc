#include "cli/settings.h"

#include <algorithm>
#include <filesystem>
#include <ostream>
#include <system_error>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "base/glob.h"
#include "cli/exit_code.h"
#include "cli/files.h"
#include "crosscheck/diagnostic.h"

namespace crosscheck {

namespace {

namespace fs = std::filesystem;

constexpr char kCommandLine[] = "command line";
constexpr char kDefault[] = "default";

// What the configuration belongs to: the draft, else the first path.
std::string StartOf(const CheckOptions& options) {
  if (!options.inputs.draft.empty()) return options.inputs.draft;
  if (!options.inputs.paths.empty()) return options.inputs.paths.front();
  return options.lines.empty() ? "." : "";  // lines come from nowhere
}

class Resolver {
 public:
  Resolver(Settings& settings) : settings_(settings), options_(settings.options) {}

  void Resolve() {
    const Config none;
    const Config& config = settings_.config ? *settings_.config : none;
    Row("config", settings_.config ? settings_.config->source->path() : "none", settings_.config ? found_ : kDefault);
    Rules(config);
    for (const SeverityRow& row : config.severities) {
      std::string globs = absl::StrJoin(
          row.globs, ", ", [](std::string* out, const PlacedText& glob) { absl::StrAppend(out, glob.text); });
      Row("severities", absl::StrCat(row.rule.text, ": ", row.level, globs.empty() ? "" : " in ", globs), At(row.rule));
    }
    for (const PlacedText& zone : config.zones_off) {
      settings_.zones_off.push_back(ZoneOfName(zone.text).value_or(Zone::kBoilerplate));
      Row("zones_off", zone.text, At(zone));
    }
    Sources(config);
    One("fail_on", config.fail_on, "error", options_.fail_on);
    One("show", config.show, "note", options_.outputs.show);
    Formats(config);
    Path("baseline", config.baseline, "none", options_.gate.baseline);
    Path("waivers", config.waivers, "crosscheck-waivers.yaml beside the draft", options_.gate.waivers);
    Path("reviews", config.reviews, "crosscheck-reviews.yaml beside the draft", options_.gate.reviews);
    if (config.owner) settings_.options.gate.owner = config.owner->text;
    Row("owner", config.owner ? config.owner->text : "nobody", config.owner ? At(*config.owner) : kDefault);
  }

  void set_found(std::string found) { found_ = std::move(found); }

 private:
  std::string At(const PlacedText& text) const {
    return absl::StrCat(settings_.config->source->path(), ":", text.at.line, ":", text.at.column);
  }

  void Row(absl::string_view name, std::string value, std::string from) {
    settings_.rows.push_back({std::string(name), std::move(value), std::move(from)});
  }

  // The command line counts before the configuration, and that before the default.
  void One(absl::string_view name, const std::optional<PlacedText>& written, const char* otherwise,
           std::string& value) {
    std::string from = value.empty() ? kDefault : kCommandLine;
    if (value.empty() && written) {
      value = written->text;
      from = At(*written);
    }
    if (value.empty()) value = otherwise;
    Row(name, value, std::move(from));
  }

  void Path(absl::string_view name, const std::optional<PlacedText>& written, const char* otherwise,
            std::string& value) {
    std::string from = value.empty() ? kDefault : kCommandLine;
    if (value.empty() && written) {
      value = JoinPath(settings_.folder, written->text);
      from = At(*written);
    }
    Row(name, value.empty() ? otherwise : value, std::move(from));
  }

  void Rules(const Config& config) {
    const bool off = config.standard_rules && config.standard_rules->text == "false";
    const bool given = options_.rules.no_standard;
    options_.rules.no_standard = given || off;
    Row("standard_rules", given || off ? "false" : "true",
        given                   ? kCommandLine
        : config.standard_rules ? At(*config.standard_rules)
                                : kDefault);
    std::vector<std::string> paths;
    for (const PlacedText& path : config.rules) {
      paths.push_back(JoinPath(settings_.folder, path.text));
      Row("rules", paths.back(), At(path));
    }
    for (std::string& path : options_.rules.paths) {
      Row("rules", path, kCommandLine);
      paths.push_back(std::move(path));
    }
    options_.rules.paths = std::move(paths);
  }

  void Sources(const Config& config) {
    const auto text = [](std::string* out, const PlacedText& one) { absl::StrAppend(out, one.text); };
    for (const SourceRow& row : config.sources) {
      Row("sources",
          absl::StrCat(absl::StrJoin(row.drafts, ", ", text), " from ", absl::StrJoin(row.sources, ", ", text)),
          row.drafts.empty() ? settings_.config->source->path() : At(row.drafts.front()));
    }
  }

  void Formats(const Config& config) {
    std::vector<std::string>& formats = options_.outputs.formats;
    if (!formats.empty()) {
      for (const std::string& format : formats) Row("formats", format, kCommandLine);
      return;
    }
    // Lines are written as lines, and `claims` has formats of its own.
    if (options_.compare && options_.lines.empty()) {
      for (const PlacedText& format : config.formats) {
        const size_t equals = format.text.find('=');
        formats.push_back(equals == std::string::npos || format.text.substr(equals + 1) == "-"
                              ? format.text
                              : absl::StrCat(format.text.substr(0, equals + 1),
                                             JoinPath(settings_.folder, format.text.substr(equals + 1))));
        Row("formats", formats.back(), At(format));
      }
    }
    if (formats.empty()) Row("formats", options_.lines.empty() ? "text" : "jsonl", kDefault);
  }

  Settings& settings_;
  CheckOptions& options_;
  std::string found_;
};

}  // namespace

std::string FindConfig(const std::string& path) {
  std::error_code error;
  const std::string folder = IsFolder(path) ? path : FolderOf(path);
  fs::path at = Canonical(folder.empty() ? "." : folder);
  for (int depth = 0; depth < 256; ++depth) {
    const fs::path candidate = at / kConfigName;
    if (fs::exists(candidate, error)) {
      // Named as the person named the document: from here, or from the root.
      return !path.empty() && path[0] == '/' ? candidate.string() : RelativeTo(".", candidate.string());
    }
    if (fs::exists(at / ".git", error) || !at.has_parent_path() || at == at.parent_path()) break;
    at = at.parent_path();
  }
  return "";
}

CheckSettings Settings::ForChecker(size_t* left_out) const {
  CheckSettings out;
  out.zones_off = zones_off;
  if (!config || config->severities.empty()) return out;
  out.severity = [this, left_out](const std::vector<DocumentEntry>& documents,
                                  const Finding& finding) -> std::optional<Severity> {
    const auto fits = [&](const SeverityRow& row) {
      if (row.rule.text != "*" && row.rule.text != finding.rule) return false;
      if (row.globs.empty()) return true;
      for (const Position& position : finding.positions) {
        for (const DocumentIndex document : position.documents) {
          const std::string name = RelativeTo(folder.empty() ? "." : folder, documents[document].info.path);
          for (const PlacedText& glob : row.globs) {
            if (GlobFits(glob.text, name)) return true;
          }
        }
      }
      return false;
    };
    std::optional<Severity> severity = finding.severity;
    for (const SeverityRow& row : config->severities) {
      if (!fits(row)) continue;
      severity = std::nullopt;
      for (const Severity one : {Severity::kNote, Severity::kWarning, Severity::kError}) {
        if (row.level == SeverityName(one)) severity = one;
      }
    }
    if (!severity && left_out != nullptr) ++*left_out;
    return severity;
  };
  return out;
}

std::optional<Settings> ResolveSettings(const CheckOptions& options, std::ostream& err) {
  Settings settings;
  settings.options = options;
  Resolver resolver(settings);
  const std::string start = StartOf(options);
  std::string path = options.gate.config;
  resolver.set_found(path.empty() ? "found" : kCommandLine);
  if (path.empty() && !options.gate.no_config && !start.empty()) path = FindConfig(start);
  if (!path.empty()) {
    const absl::StatusOr<std::string> text = ReadFile(path);
    if (!text.ok()) {
      err << path << ": error: " << text.status().message() << "\n";
      return std::nullopt;
    }
    std::vector<Diagnostic> diagnostics;
    absl::StatusOr<Config> config = ParseConfig(path, *text, diagnostics);
    for (const Diagnostic& diagnostic : diagnostics) err << FormatDiagnostic(diagnostic);
    if (!config.ok()) return std::nullopt;
    settings.config = *std::move(config);
    settings.folder = FolderOf(path);
  }
  resolver.Resolve();
  return settings;
}

int CheckRuleNames(const Settings& settings, const RuleSet& rules, std::ostream& err) {
  if (!settings.config) return kExitClean;
  std::vector<Diagnostic> diagnostics;
  CheckConfigRules(*settings.config, rules, diagnostics);
  for (const Diagnostic& diagnostic : diagnostics) err << FormatDiagnostic(diagnostic);
  return diagnostics.empty() ? kExitClean : kExitUsage;
}

}  // namespace crosscheck
