// The report for an editor's desk: one HTML file, with nothing from elsewhere and no script.
#include <map>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "report/escape.h"
#include "report/finding_view.h"
#include "report/html_page.h"
#include "report/printable.h"
#include "report/report_format.h"
#include "report/summary.h"
#include "report/version.h"

namespace crosscheck {

namespace {

// What a reader calls the draft: its headline, else its name.
std::string TitleOf(const HtmlPage& page) {
  for (DocumentIndex d = 0; d < page.report().documents.size(); ++d) {
    const DocumentEntry& entry = page.report().documents[d];
    if (entry.info.role != Role::kDraft) continue;
    if (entry.document) {
      for (const Block& block : entry.document->blocks()) {
        if (block.zone == Zone::kTitle) return EscapedXml(block.text);
      }
    }
    return page.Name(d);
  }
  return CountWords(page.report().documents.size(), "document");
}

std::string DraftsOf(const HtmlPage& page) {
  std::string names;
  for (DocumentIndex d = 0; d < page.report().documents.size(); ++d) {
    if (page.report().documents[d].info.role != Role::kDraft) continue;
    absl::StrAppend(&names, names.empty() ? "" : ", ", page.Name(d));
  }
  return names;
}

void AppendHead(const HtmlPage& page, std::string& out) {
  absl::StrAppend(
      &out,
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      // The browser itself sees to it that the page loads nothing and runs nothing.
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
      "base-uri 'none'; form-action 'none'\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n<title>",
      TitleOf(page), ": crosscheck report</title>\n<style>\n", HtmlStyle(), "</style>\n</head>\n<body>\n",
      "<a class=\"skip\" href=\"#main\">Skip to the report</a>\n");
}

// How the draft's claims fared, as a bar; the words are in the list beneath it.
void AppendBar(const HtmlPage& page, std::string& out) {
  static constexpr Verdict kOrder[] = {Verdict::kContradicted, Verdict::kUnsupported, Verdict::kAgreed,
                                       Verdict::kNotChecked};
  const Summary summary = Summarize(page.report());
  if (!summary.has_draft || summary.claims == 0) return;
  std::string bar, words;
  for (const Verdict verdict : kOrder) {
    const size_t count = summary.verdicts.at(verdict);
    if (count == 0) continue;
    const HtmlSign sign = SignOf(verdict);
    absl::StrAppend(&bar, "<span class=\"", sign.style, "\" style=\"flex-grow:", count, "\"></span>");
    absl::StrAppend(&words, "<li>", SignHtml(sign), " <b>", count, "</b></li>\n");
  }
  absl::StrAppend(&out, "<div class=\"bar\" aria-hidden=\"true\">", bar,
                  "</div>\n<ul class=\"tally\" aria-label=\"Claims of the draft\">\n", words, "</ul>\n");
}

void AppendHeader(const HtmlPage& page, std::string& out) {
  const std::string drafts = DraftsOf(page);
  absl::StrAppend(&out, "<header>\n<p class=\"kicker\">crosscheck report", drafts.empty() ? "" : " · draft ", drafts,
                  "</p>\n<h1>", TitleOf(page), "</h1>\n<p class=\"verdict\">", EscapedXml(VerdictLine(page.report())),
                  "</p>\n");
  AppendBar(page, out);
  absl::StrAppend(&out, "</header>\n");
}

std::string IndexItem(const HtmlPage& page, size_t number) {
  const Finding& finding = page.finding(number);
  const std::vector<FindingPlace> places = PlacesOf(page.report(), finding);
  std::string about = EscapedXml(finding.type);
  if (!places.empty()) {
    const Claim& claim = page.report().claims[places.front().claim];
    const bool draft = page.report().documents[claim.document].info.role == Role::kDraft;
    absl::StrAppend(&about, " · ", draft ? EscapedXml(LineWordsOf(page.report(), claim)) : page.Where(claim));
  }
  if (finding.state != "new")
    absl::StrAppend(&about, " · <span class=\"state\">", EscapedXml(finding.state), "</span>");
  return absl::StrCat("<li><a href=\"#f", number, "\"><span class=\"number\">", number, "</span><span class=\"what\">",
                      page.Against(finding), "</span><span class=\"about\">", SignHtml(SignOf(finding.severity)), " ",
                      about, "</span></a></li>\n");
}

void AppendGroup(const HtmlPage& page, absl::string_view heading, const std::vector<size_t>& numbers,
                 std::string& out) {
  if (numbers.empty()) return;
  absl::StrAppend(&out, "<p class=\"group\">", heading, "</p>\n<ul>\n");
  for (const size_t number : numbers) absl::StrAppend(&out, IndexItem(page, number));
  absl::StrAppend(&out, "</ul>\n");
}

void AppendBySeverity(const HtmlPage& page, std::string& out) {
  for (const auto& [severity, heading] :
       {std::pair(Severity::kError, "Errors"), std::pair(Severity::kWarning, "Warnings"),
        std::pair(Severity::kNote, "Notes")}) {
    std::vector<size_t> numbers;
    for (size_t n = 1; n <= page.findings().size(); ++n) {
      if (page.finding(n).severity == severity) numbers.push_back(n);
    }
    AppendGroup(page, heading, numbers, out);
  }
}

void AppendBySource(const HtmlPage& page, std::string& out) {
  std::map<DocumentIndex, std::vector<size_t>> numbers;
  for (size_t n = 1; n <= page.findings().size(); ++n) {
    std::set<DocumentIndex> documents;
    for (const Position& position : page.finding(n).positions) {
      documents.insert(position.documents.begin(), position.documents.end());
    }
    for (const DocumentIndex document : documents) numbers[document].push_back(n);
  }
  for (const auto& [document, own] : numbers) {
    const DocumentInfo& info = page.report().documents[document].info;
    if (page.has_draft() && info.role == Role::kDraft) continue;
    AppendGroup(page, absl::StrCat(page.Name(document), info.publisher.empty() ? "" : ", ", EscapedXml(info.publisher)),
                own, out);
  }
}

// Three orders of the findings, one at a time: radio buttons choose, style sheets show.
void AppendIndex(const HtmlPage& page, std::string& out) {
  absl::StrAppend(&out,
                  "<nav id=\"index\" aria-label=\"Contents\">\n<ul class=\"parts\">\n<li><a "
                  "href=\"#findings\">Findings</a></li>\n");
  if (page.has_draft() || !page.facts().empty()) {
    absl::StrAppend(&out, "<li><a href=\"#text\">", page.has_draft() ? "The draft" : "The texts", "</a></li>\n");
  }
  if (page.has_draft() && !page.facts().empty())
    absl::StrAppend(&out, "<li><a href=\"#facts\">Claim by claim</a></li>\n");
  absl::StrAppend(&out,
                  "<li><a href=\"#sources\">Documents</a></li>\n<li><a href=\"#not-compared\">Not compared</a></li>\n");
  if (!page.findings().empty()) absl::StrAppend(&out, "<li><a href=\"#picture\">Who stands with whom</a></li>\n");
  absl::StrAppend(&out, "</ul>\n");
  if (!page.findings().empty()) {
    absl::StrAppend(&out, "<fieldset class=\"order\">\n<legend>Findings by</legend>\n");
    for (const char* const order : {"reading order", "severity", "source"}) {
      const absl::string_view id = absl::string_view(order).substr(0, absl::string_view(order).find(' '));
      absl::StrAppend(&out, "<input type=\"radio\" name=\"order\" id=\"by-", id, "\"",
                      id == "reading" ? " checked" : "", "><label for=\"by-", id, "\">", order, "</label>\n");
    }
    absl::StrAppend(&out, "<div class=\"list reading\">\n<ul>\n");
    for (size_t n = 1; n <= page.findings().size(); ++n) absl::StrAppend(&out, IndexItem(page, n));
    absl::StrAppend(&out, "</ul>\n</div>\n<div class=\"list severity\">\n");
    AppendBySeverity(page, out);
    absl::StrAppend(&out, "</div>\n<div class=\"list source\">\n");
    AppendBySource(page, out);
    absl::StrAppend(&out, "</div>\n</fieldset>\n");
  }
  absl::StrAppend(&out, "</nav>\n");
}

void AppendFooter(const HtmlPage& page, std::string& out) {
  absl::StrAppend(&out, "<footer>\n<h2>About this report</h2>\n<p>crosscheck ", ToolVersion(), ", rules ",
                  EscapedXml(page.report().rules_digest.substr(0, 16)),
                  ". The same documents and rules give the same page, byte for byte. The page loads nothing and runs "
                  "nothing. Ticks "
                  "and notes are for paper, or for as long as this window is open: the page does not keep them.</p>\n"
                  "<details><summary>Digests of the documents (SHA-256)</summary>\n<ul class=\"digests\">\n");
  for (DocumentIndex d = 0; d < page.report().documents.size(); ++d) {
    const DocumentEntry& entry = page.report().documents[d];
    absl::StrAppend(&out, "<li>", page.Name(d), ": ", entry.document ? entry.document->sha256() : "not read",
                    "</li>\n");
  }
  absl::StrAppend(&out, "</ul></details>\n</footer>\n");
}

}  // namespace

void WriteHtml(const Report& report, const ReportOptions& options, std::string& out) {
  const HtmlPage page(report, options);
  AppendHead(page, out);
  AppendHeader(page, out);
  absl::StrAppend(&out, "<div class=\"columns\">\n");
  AppendIndex(page, out);
  absl::StrAppend(&out, "<main id=\"main\">\n");
  AppendHtmlFindings(page, out);
  AppendHtmlRepair(page, out);
  const std::set<size_t> shown = AppendHtmlTexts(page, out);
  AppendHtmlFacts(page, shown, out);
  AppendHtmlSources(page, out);
  AppendHtmlNotCompared(page, out);
  AppendHtmlPicture(page, out);
  absl::StrAppend(&out, "</main>\n</div>\n");
  AppendFooter(page, out);
  absl::StrAppend(&out, "</body>\n</html>\n");
}

}  // namespace crosscheck
