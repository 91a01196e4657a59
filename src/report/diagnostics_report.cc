#include "report/diagnostics_report.h"

#include "report/escape.h"
#include "report/json_text.h"
#include "report/version.h"

namespace crosscheck {

namespace {

bool IsError(const Diagnostic& diagnostic) { return diagnostic.level == Diagnostic::Level::kError; }

}  // namespace

std::string DiagnosticsJson(const std::vector<Diagnostic>& diagnostics) {
  JsonText json;
  int errors = 0;
  json.Open('{');
  json.Key("diagnostics");
  json.Open('[');
  for (const Diagnostic& diagnostic : diagnostics) {
    errors += IsError(diagnostic) ? 1 : 0;
    json.Open('{');
    json.Field("path", diagnostic.path);
    json.Field("line", diagnostic.at.line);
    json.Field("column", diagnostic.at.column);
    json.Field("level", IsError(diagnostic) ? "error" : "warning");
    json.Field("message", diagnostic.message);
    json.Close('}');
  }
  json.Close(']');
  json.Field("errors", errors);
  json.Field("warnings", static_cast<int>(diagnostics.size()) - errors);
  json.Close('}');
  return json.Take() + "\n";
}

std::string DiagnosticsSarif(const std::vector<Diagnostic>& diagnostics) {
  JsonText json;
  json.Open('{');
  json.Field("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
  json.Field("version", "2.1.0");
  json.Key("runs");
  json.Open('[');
  json.Open('{');
  json.Key("tool");
  json.Open('{');
  json.Key("driver");
  json.Open('{');
  json.Field("name", "crosscheck");
  json.Field("version", ToolVersion());
  json.Key("rules");
  json.Open('[');
  json.Open('{');
  json.Field("id", "rule-file");
  json.Key("shortDescription");
  json.Open('{');
  json.Field("text", "A mistake in a rule file");
  json.Close('}');
  json.Close('}');
  json.Close(']');
  json.Close('}');
  json.Close('}');
  json.Field("columnKind", "unicodeCodePoints");
  json.Key("results");
  json.Open('[');
  for (const Diagnostic& diagnostic : diagnostics) {
    json.Open('{');
    json.Field("ruleId", "rule-file");
    json.Field("ruleIndex", 0);
    json.Field("level", IsError(diagnostic) ? "error" : "warning");
    json.Key("message");
    json.Open('{');
    json.Field("text", SarifText(diagnostic.message));
    json.Close('}');
    json.Key("locations");
    json.Open('[');
    json.Open('{');
    json.Key("physicalLocation");
    json.Open('{');
    json.Key("artifactLocation");
    json.Open('{');
    json.Field("uri", PathUri(RepositoryPath(diagnostic.path)));
    json.Close('}');
    json.Key("region");
    json.Open('{');
    json.Field("startLine", diagnostic.at.line);
    json.Field("startColumn", diagnostic.at.column);
    json.Close('}');
    json.Close('}');
    json.Close('}');
    json.Close(']');
    json.Close('}');
  }
  json.Close(']');
  json.Close('}');
  json.Close(']');
  json.Close('}');
  return json.Take() + "\n";
}

}  // namespace crosscheck
