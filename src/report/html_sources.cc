// The state of the documents, and what was not compared and why.
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "report/escape.h"
#include "report/html_page.h"
#include "report/summary.h"

namespace crosscheck {

namespace {

constexpr size_t kMostPairs = 40;  // of documents that were not compared, one by one

class SourceRows {
 public:
  SourceRows(const HtmlPage& page, std::string& out) : page_(page), out_(out), claims_(page.report().documents.size()) {
    for (const Claim& claim : page.report().claims) ++claims_[claim.document];
  }

  void Write(DocumentIndex d) {
    const DocumentEntry& entry = page_.report().documents[d];
    const DocumentInfo& info = entry.info;
    Put("<tr id=\"d", d + 1, "\">\n<td><b>", page_.Name(d), "</b>",
        info.role == Role::kDraft ? " <span class=\"tag\">draft</span>" : "", "</td>\n<td class=\"who\">",
        info.publisher.empty() ? "<span class=\"none\">unknown</span>" : EscapedXml(info.publisher),
        info.kind.empty() ? "" : absl::StrCat(", ", EscapedXml(info.kind)),
        info.trust.empty() ? "" : absl::StrCat(", trust ", EscapedXml(info.trust)), "</td>\n<td class=\"day\">",
        info.published ? absl::FormatCivilTime(*info.published) : "<span class=\"none\">unknown</span>",
        "</td>\n<td class=\"health\">");
    WriteHealth(d, entry);
    Put("</td>\n</tr>\n");
  }

 private:
  template <typename... Parts>
  void Put(const Parts&... parts) {
    absl::StrAppend(&out_, parts...);
  }

  void Say(const HtmlSign& sign, absl::string_view more) {
    Put("<div>", SignHtml(sign), more.empty() ? "" : " ", more, "</div>");
  }

  void WriteHealth(DocumentIndex d, const DocumentEntry& entry) {
    bool well = true;
    const auto say = [&](const HtmlSign& sign, const std::string& more) {
      Say(sign, more);
      well = false;
    };
    if (entry.status == "unread") return say({"error", "✕", "not read"}, EscapedXml(entry.why));
    if (entry.status == "withdrawn")
      return say({"warning", "!", "withdrawn"}, "left out: nothing was compared with it");
    if (!entry.info.published) say({"warning", "!", "undated"}, "“yesterday” and “former” cannot be placed");
    if (entry.replaced_by) {
      say({"warning", "!", "replaced"},
          absl::StrCat("by ", page_.Name(*entry.replaced_by), ": what it says no longer counts"));
    }
    for (const Derivation& one : entry.derived_from) {
      say({"note", "i", "copied"},
          absl::StrCat("from ", page_.Name(one.document), " (", page_.Words(one.why), "): one voice with it"));
    }
    if (claims_[d] == 0) say({"note", "i", "no claims"}, "nothing in it could be compared");
    if (well) Say({"agreed", "✓", "read"}, "");
  }

  const HtmlPage& page_;
  std::string& out_;
  std::vector<size_t> claims_;  // by document
};

// Documents that were not held against each other: pair by pair while they are few; an archive of many events in one
// line a reason.
template <typename Add>
void AddPairs(const HtmlPage& page, const Add& add) {
  const std::vector<NotCompared>& pairs = page.report().not_compared;
  const size_t shown = std::min(pairs.size(), kMostPairs);
  for (size_t i = 0; i < shown; ++i) {
    add(absl::StrCat(page.Name(pairs[i].first), " and ", page.Name(pairs[i].second)),
        absl::StrCat("with each other: ", page.Words(pairs[i].reason)));
  }
  if (shown < pairs.size()) {
    add(CountWords(pairs.size() - shown, "more pair"), "of documents that seem to tell of different events");
  }
}

}  // namespace

void AppendHtmlSources(const HtmlPage& page, std::string& out) {
  absl::StrAppend(
      &out,
      "<section id=\"sources\" aria-labelledby=\"sources-title\">\n<h2 id=\"sources-title\">Documents</h2>\n"
      "<table class=\"sources\">\n<thead><tr><th scope=\"col\">Document</th><th scope=\"col\">Publisher</th>"
      "<th scope=\"col\">Published</th><th scope=\"col\">State</th></tr></thead>\n<tbody>\n");
  SourceRows rows(page, out);
  for (DocumentIndex d = 0; d < page.report().documents.size(); ++d) rows.Write(d);
  absl::StrAppend(&out, "</tbody>\n</table>\n</section>\n");
}

void AppendHtmlNotCompared(const HtmlPage& page, std::string& out) {
  std::string items;
  const auto add = [&items](const std::string& what, const std::string& why) {
    absl::StrAppend(&items, "<li><b>", what, "</b> ", why, "</li>\n");
  };
  for (DocumentIndex d = 0; d < page.report().documents.size(); ++d) {
    const DocumentEntry& entry = page.report().documents[d];
    if (entry.status == "unread") add(page.Name(d), absl::StrCat("could not be read: ", EscapedXml(entry.why)));
    if (entry.status == "withdrawn") add(page.Name(d), "was withdrawn");
    if (entry.replaced_by) add(page.Name(d), absl::StrCat("was replaced by ", page.Name(*entry.replaced_by)));
  }
  AddPairs(page, add);
  std::map<std::string, std::vector<size_t>> by_reason;
  for (size_t i = 0; i < page.facts().size(); ++i) {
    const Fact& fact = page.facts()[i];
    if (fact.verdict == Verdict::kNotChecked) by_reason[fact.note].push_back(i);
  }
  for (const auto& [reason, facts] : by_reason) {
    std::string links;
    for (const size_t i : facts) {
      absl::StrAppend(&links, links.empty() ? "" : ", ", "<a href=\"#c", i + 1, "\">",
                      EscapedXml(page.report().claims[page.facts()[i].claim].value.text), "</a>");
    }
    add(absl::StrCat(CountWords(facts.size(), "claim"), " of the draft"),
        absl::StrCat(page.Words(reason), ": ", links));
  }
  const size_t hidden = page.report().findings.size() - page.findings().size();
  if (hidden > 0) add(CountWords(hidden, "finding"), "less grave than this report was asked to show");
  absl::StrAppend(
      &out,
      "<section id=\"not-compared\" aria-labelledby=\"not-compared-title\">\n<h2 id=\"not-compared-title\">Not "
      "compared</h2>\n",
      !items.empty() ? absl::StrCat("<ul>\n", items, "</ul>\n")
      : page.has_draft()
          ? "<p>Every document was read, and every claim of the draft held against the sources.</p>\n"
          : "<p>Every document was read. There is no draft whose claims could be held against sources.</p>\n",
      "<p class=\"small\">A figure, date or name that no rule knows how to read is not among the claims at all. "
      "The report never says who is right.</p>\n</section>\n");
}

}  // namespace crosscheck
