#include "report/diagnostics_report.h"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

namespace crosscheck {

std::string DiagnosticsJson(const std::vector<Diagnostic>& diagnostics) {
  rapidjson::StringBuffer buffer;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> writer(buffer);
  writer.SetIndent(' ', 1);
  const auto text = [&writer](const char* key, const std::string& value) {
    writer.Key(key);
    writer.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  };
  int errors = 0;
  writer.StartObject();
  writer.Key("diagnostics");
  writer.StartArray();
  for (const Diagnostic& diagnostic : diagnostics) {
    const bool error = diagnostic.level == Diagnostic::Level::kError;
    errors += error ? 1 : 0;
    writer.StartObject();
    text("path", diagnostic.path);
    writer.Key("line");
    writer.Int(diagnostic.at.line);
    writer.Key("column");
    writer.Int(diagnostic.at.column);
    text("level", error ? "error" : "warning");
    text("message", diagnostic.message);
    writer.EndObject();
  }
  writer.EndArray();
  writer.Key("errors");
  writer.Int(errors);
  writer.Key("warnings");
  writer.Int(static_cast<int>(diagnostics.size()) - errors);
  writer.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

}  // namespace crosscheck
