#ifndef CROSSCHECK_REPORT_HTML_PAGE_H_
#define CROSSCHECK_REPORT_HTML_PAGE_H_

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "crosscheck/report.h"
#include "report/facts.h"
#include "report/report_format.h"

namespace crosscheck {

// The page of `--format html`, part by part: html_report.cc puts them in order. One file with no script, no picture
// from elsewhere and no request; what can be switched is switched by style sheets alone.

// What the parts share. A finding's number on the page counts from 1 in reading order; findings below `show_from` have
// none.
class HtmlPage {
 public:
  HtmlPage(const Report& report, const ReportOptions& options);

  const Report& report() const { return report_; }
  const ReportOptions& options() const { return options_; }
  const std::vector<size_t>& findings() const { return findings_; }  // those shown; into Report::findings
  const std::vector<Fact>& facts() const { return facts_; }
  bool has_draft() const { return has_draft_; }

  const Finding& finding(size_t number) const { return report_.findings[findings_[number - 1]]; }
  size_t NumberOf(size_t finding) const { return numbers_.at(finding); }

  // A path without the folders that all documents share; Name escapes it.
  absl::string_view PlainName(DocumentIndex document) const;
  std::string Name(DocumentIndex document) const;
  // A text that the program made of paths and words, with paths as Name shows them; escaped.
  std::string Words(absl::string_view text) const;
  // "draft.md, line 7"; escaped.
  std::string Where(const Claim& claim) const;
  bool HoldsDraft(const Position& position) const;
  // The sentence of a claim with its words marked; escaped.
  static std::string Quote(const Claim& claim);
  // Positions of a finding in the order to show: those that the draft holds first.
  std::vector<size_t> Sides(const Finding& finding) const;
  // "14 against 17", escaped and cut: the shortest that tells a finding from others.
  std::string Against(const Finding& finding) const;

 private:
  const Report& report_;
  const ReportOptions& options_;
  bool has_draft_;
  size_t shared_folders_ = 0;  // bytes that every path begins with
  std::vector<size_t> findings_;
  std::map<size_t, size_t> numbers_;
  std::vector<Fact> facts_;
  std::vector<std::pair<std::string, std::string>> short_names_;  // path, name; the longest path first
};

// An icon and its word: nothing on the page is told by colour alone.
struct HtmlSign {
  absl::string_view style;  // the class of what it marks
  absl::string_view icon;   // a character, escaped
  absl::string_view word;
};
HtmlSign SignOf(Severity severity);
HtmlSign SignOf(const std::optional<Verdict>& verdict);
std::string SignHtml(const HtmlSign& sign);  // a span with both

void AppendHtmlFindings(const HtmlPage& page, std::string& out);  // a card a finding
// The draft with what became of each claim; gives the facts that have a name there, "t" and their number from 1.
std::set<size_t> AppendHtmlTexts(const HtmlPage& page, std::string& out);
// Claim by claim, beside what sources say; links to those of `shown`.
void AppendHtmlFacts(const HtmlPage& page, const std::set<size_t>& shown, std::string& out);
void AppendHtmlSources(const HtmlPage& page, std::string& out);      // the state of each document
void AppendHtmlNotCompared(const HtmlPage& page, std::string& out);  // what was left out, and why
// Of one finding, folded away; the least that the draft would have to change; all findings in a table, a picture and
// words.
void AppendHtmlFindingPicture(const HtmlPage& page, size_t number, std::string& out);
void AppendHtmlRepair(const HtmlPage& page, std::string& out);
void AppendHtmlPicture(const HtmlPage& page, std::string& out);
absl::string_view HtmlStyle();  // the style sheet

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORT_HTML_PAGE_H_
