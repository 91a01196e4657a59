#include <doctest/doctest.h>
#include <rapidjson/document.h>

#include <algorithm>

#include "report/report_format.h"
#include "report/value_bounds.h"
#include "unit/report/sample_report.h"

namespace crosscheck {
namespace {

std::string Line(const Report& report, const ReportOptions& options = {}) {
  std::string out;
  WriteJsonLine(report, options, out);
  return out;
}

TEST_CASE("the JSON report has the fields of crosscheck-report/1") {
  rapidjson::Document json;
  json.Parse(Line(SampleReport()).c_str());
  REQUIRE_FALSE(json.HasParseError());
  CHECK(std::string(json["schema"].GetString()) == "crosscheck-report/1");
  CHECK(std::string(json["documents"][0]["role"].GetString()) == "draft");
  CHECK(std::string(json["documents"][2]["status"].GetString()) == "unread");
  CHECK(json["documents"][2]["sha256"].IsNull());
  CHECK(json["claims"][1]["span"]["line"].GetInt() == 3);
  CHECK(json["claims"][1]["span"]["column"].GetInt() == 1);
  CHECK(std::string(json["claims"][0]["value"]["canonical"].GetString()) == "former");
  CHECK(json["claims"][0]["attribution"].IsNull());
  CHECK(json["findings"][0]["positions"].Size() == 2);
  CHECK(std::string(json["coverage"][0]["verdict"].GetString()) == "contradicted");
  CHECK(json["summary"]["contradicted"].GetInt() == 1);
  CHECK(json["summary"]["unread"].GetInt() == 1);
}

TEST_CASE("a JSON line is one line and carries the id of its dossier") {
  ReportOptions options;
  options.id_json = "\"a \\\"b\\\"\"";
  Report report = SampleReport();
  report.findings[0].message = "quotes \" and \\, a tab\t, a NUL";
  report.findings[0].message += '\0';
  report.claims[0].quote = "line\nbreak, </script> & 😀";
  const std::string line = Line(report, options);
  CHECK(std::count(line.begin(), line.end(), '\n') == 1);
  rapidjson::Document json;
  json.Parse(line.c_str());
  REQUIRE_FALSE(json.HasParseError());
  CHECK(std::string(json["id"].GetString()) == "a \"b\"");
  CHECK(std::string(json["claims"][0]["quote"].GetString()) == "line\nbreak, </script> & 😀");
}

TEST_CASE("a path that is no UTF-8 still makes valid JSON") {
  Report report = SampleReport();
  report.documents[2].info.path = "bad\xFFname.txt";
  rapidjson::Document json;
  json.Parse<rapidjson::kParseValidateEncodingFlag>(Line(report).c_str());
  REQUIRE_FALSE(json.HasParseError());
  CHECK(std::string(json["documents"][2]["path"].GetString()) == "bad\xEF\xBF\xBDname.txt");
}

TEST_CASE("bounds are exact decimals, and days for dates") {
  CHECK(BoundText(ValueKind::kMoney, Exact(4500000000)) == "4500000000");
  CHECK(BoundText(ValueKind::kPercent, Exact::Ratio(-16, 5)) == "-3.2");
  CHECK(BoundText(ValueKind::kDate, Exact(20284)) == "2025-07-15");
  CHECK(BoundText(ValueKind::kMoney, std::nullopt).empty());
}

}  // namespace
}  // namespace crosscheck
