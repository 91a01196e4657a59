#include "report/html_page.h"

#include <algorithm>
#include <numeric>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "report/escape.h"
#include "report/finding_view.h"
#include "report/printable.h"
#include "report/summary.h"

namespace crosscheck {

namespace {

constexpr size_t kMostValueBytes = 60;  // of a value in a heading

// Bytes of the folders that every path begins with.
size_t SharedFolders(const std::vector<DocumentEntry>& documents) {
  if (documents.size() < 2) return documents.empty() ? 0 : documents.front().info.path.rfind('/') + 1;
  const std::string& first = documents.front().info.path;
  size_t shared = first.size();
  for (const DocumentEntry& entry : documents) {
    const std::string& path = entry.info.path;
    const size_t both = std::min(shared, path.size());
    shared = static_cast<size_t>(
        std::mismatch(first.begin(), first.begin() + static_cast<ptrdiff_t>(both), path.begin()).first - first.begin());
  }
  return shared == 0 ? 0 : first.rfind('/', shared - 1) + 1;  // npos + 1 is 0
}

}  // namespace

HtmlPage::HtmlPage(const Report& report, const ReportOptions& options)
    : report_(report),
      options_(options),
      has_draft_(Summarize(report).has_draft),
      shared_folders_(SharedFolders(report.documents)),
      facts_(FactsOf(report, options.show_from)) {
  for (size_t f = 0; f < report.findings.size(); ++f) {
    if (report.findings[f].severity < options.show_from) continue;
    findings_.push_back(f);
    numbers_[f] = findings_.size();
  }
  if (shared_folders_ == 0) return;
  for (const DocumentEntry& entry : report.documents) {
    short_names_.emplace_back(entry.info.path, entry.info.path.substr(shared_folders_));
  }
}

absl::string_view HtmlPage::PlainName(DocumentIndex document) const {
  return absl::string_view(report_.documents[document].info.path).substr(shared_folders_);
}

std::string HtmlPage::Name(DocumentIndex document) const { return EscapedXml(PlainName(document)); }

std::string HtmlPage::Words(absl::string_view text) const {
  std::vector<std::pair<absl::string_view, absl::string_view>> names(short_names_.begin(), short_names_.end());
  return EscapedXml(absl::StrReplaceAll(text, names));  // of paths at one place it takes the longest
}

std::string HtmlPage::Where(const Claim& claim) const {
  std::string name = Name(claim.document);
  if (!report_.documents[claim.document].document) return name;
  return absl::StrCat(name, ", ", EscapedXml(LineWordsOf(report_, claim)));
}

std::string HtmlPage::Quote(const Claim& claim) {
  const absl::string_view quote = claim.quote;
  const absl::string_view words = claim.value.text;
  const size_t at = words.empty() ? absl::string_view::npos : quote.find(words);
  if (at == absl::string_view::npos) return EscapedXml(quote);
  return absl::StrCat(EscapedXml(quote.substr(0, at)), "<mark>", EscapedXml(words), "</mark>",
                      EscapedXml(quote.substr(at + words.size())));
}

bool HtmlPage::HoldsDraft(const Position& position) const {
  return std::any_of(position.documents.begin(), position.documents.end(),
                     [this](DocumentIndex document) { return report_.documents[document].info.role == Role::kDraft; });
}

std::vector<size_t> HtmlPage::Sides(const Finding& finding) const {
  std::vector<size_t> sides(finding.positions.size());
  std::iota(sides.begin(), sides.end(), 0);
  std::stable_partition(sides.begin(), sides.end(),
                        [&](size_t position) { return HoldsDraft(finding.positions[position]); });
  return sides;
}

std::string HtmlPage::Against(const Finding& finding) const {
  std::vector<std::string> values;
  for (const size_t side : Sides(finding)) {
    const Position& position = finding.positions[side];
    const std::string value = absl::StrCat("<b>", EscapedXml(CutToBytes(position.value.text, kMostValueBytes)), "</b>");
    if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
  }
  // The same words in two senses: what tells them apart is the reason.
  if (values.size() == 1) return absl::StrCat(values.front(), ": ", Words(finding.reason));
  return absl::StrJoin(values, " <span class=\"vs\">against</span> ");
}

HtmlSign SignOf(Severity severity) {
  if (severity == Severity::kError) return {"error", "✕", "error"};
  if (severity == Severity::kWarning) return {"warning", "!", "warning"};
  return {"note", "i", "note"};
}

HtmlSign SignOf(const std::optional<Verdict>& verdict) {
  if (!verdict.has_value()) return {"noted", "i", "see the finding"};
  switch (*verdict) {
    case Verdict::kAgreed:
      return {"agreed", "✓", "agreed"};
    case Verdict::kContradicted:
      return {"contradicted", "✕", "contradicted"};
    case Verdict::kUnsupported:
      return {"unsupported", "?", "unsupported"};
    case Verdict::kNotChecked:
      return {"unchecked", "–", "not checked"};
  }
  return {};
}

std::string SignHtml(const HtmlSign& sign) {
  return absl::StrCat("<span class=\"sign ", sign.style, "\"><span class=\"icon\" aria-hidden=\"true\">", sign.icon,
                      "</span> ", sign.word, "</span>");
}

}  // namespace crosscheck
