// The claims of a report as a table for people.
#include <algorithm>
#include <array>
#include <vector>

#include "absl/strings/str_cat.h"
#include "base/utf8.h"
#include "report/printable.h"
#include "report/report_format.h"

namespace crosscheck {

namespace {

constexpr size_t kColumns = 6;
constexpr size_t kWidestCell = 48;  // in code points; the last column is never cut
using Row = std::array<std::string, kColumns>;

std::string Cut(const std::string& cell) {
  if (CountCodePoints(cell) <= kWidestCell) return cell;
  size_t at = 0;
  for (size_t i = 0; i + 1 < kWidestCell; ++i) at += static_cast<size_t>(DecodeUtf8(cell, at).size);
  return absl::StrCat(cell.substr(0, at), "…");
}

}  // namespace

void WriteClaimTable(const Report& report, const ReportOptions&, std::string& out) {
  std::vector<Row> rows = {{"where", "rule", "subject", "attribute", "modality", "value"}};
  for (const Claim& claim : report.claims) {
    rows.push_back({PlaceOf(report, claim), Cut(claim.rule), Cut(Printable(claim.subject)), Cut(claim.attribute),
                    std::string(ModalityName(claim.modality)), Printable(claim.value.text)});
  }
  std::array<size_t, kColumns> widths{};
  for (const Row& row : rows) {
    for (size_t i = 0; i < kColumns; ++i) widths[i] = std::max(widths[i], CountCodePoints(row[i]));
  }
  for (const Row& row : rows) {
    for (size_t i = 0; i + 1 < kColumns; ++i) {
      absl::StrAppend(&out, row[i], std::string(widths[i] - CountCodePoints(row[i]) + 2, ' '));
    }
    absl::StrAppend(&out, row[kColumns - 1], "\n");
  }
}

}  // namespace crosscheck
