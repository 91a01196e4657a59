// The text of the draft as a reader sees it, with what became of each claim; of a dossier without a draft, the texts
// that findings are about.
#include <algorithm>
#include <optional>
#include <set>
#include <vector>

#include "absl/strings/str_cat.h"
#include "report/escape.h"
#include "report/html_page.h"

namespace crosscheck {

namespace {

// The part of a block's text that `span`, a stretch of the document, stands for.
std::optional<TextSpan> FromDocument(const Block& block, TextSpan span) {
  std::optional<TextSpan> found;
  for (const MapPiece& piece : block.map) {
    const TextSpan whole = {piece.in_document, piece.in_document + piece.document_size};
    if (!whole.Overlaps(span)) continue;
    TextSpan part = {piece.in_block, piece.in_block + piece.block_size};
    if (piece.block_size == piece.document_size) {  // else it cannot be split
      part.end = part.begin + std::min(whole.end, span.end) - whole.begin;
      part.begin += std::max(whole.begin, span.begin) - whole.begin;
    }
    found = found ? TextSpan{std::min(found->begin, part.begin), std::max(found->end, part.end)} : part;
  }
  return found;
}

struct Mark {
  TextSpan at;      // in the block's text
  size_t fact = 0;  // into HtmlPage::facts()
};

class TextWriter {
 public:
  TextWriter(const HtmlPage& page, DocumentIndex document, std::set<size_t>& shown, std::string& out)
      : page_(page), document_(*page.report().documents[document].document), out_(out), shown_(shown) {
    for (size_t i = 0; i < page_.facts().size(); ++i) {
      if (page_.report().claims[page_.facts()[i].claim].document == document) facts_.push_back(i);
    }
  }

  void Write() {
    for (size_t b = 0; b < document_.blocks().size(); ++b) {
      const Block& block = document_.blocks()[b];
      SwitchTo(GroupOf(block));
      WriteBlock(block);
    }
    SwitchTo(Group::kNone);
  }

 private:
  enum class Group : uint8_t { kNone, kList, kTable, kFurniture };

  static Group GroupOf(const Block& block) {
    if (block.zone == Zone::kBoilerplate) return Group::kFurniture;
    if (block.zone == Zone::kListItem) return Group::kList;
    return block.zone == Zone::kTableCell && block.cell ? Group::kTable : Group::kNone;
  }

  void SwitchTo(Group group) {
    if (group == group_) return;
    if (group_ == Group::kTable && row_ >= 0) absl::StrAppend(&out_, "</tr>\n");
    static constexpr absl::string_view kOpen[] = {
        "", "<ul>\n", "<div class=\"scroll\" role=\"group\" aria-label=\"Table\" tabindex=\"0\"><table>\n",
        "<details class=\"furniture\"><summary>Page furniture, which is not checked</summary>\n"};
    static constexpr absl::string_view kClose[] = {"", "</ul>\n", "</table></div>\n", "</details>\n"};
    absl::StrAppend(&out_, kClose[static_cast<size_t>(group_)], kOpen[static_cast<size_t>(group)]);
    group_ = group;
    row_ = -1;
    table_ = -1;
  }

  void WriteBlock(const Block& block) {
    if (group_ == Group::kTable) {
      if (block.cell->table != table_ || block.cell->row != row_) {
        absl::StrAppend(&out_, row_ >= 0 ? "</tr>\n" : "", "<tr>");
        table_ = block.cell->table;
        row_ = block.cell->row;
      }
      const absl::string_view tag = block.cell->is_head ? "th" : "td";
      absl::StrAppend(&out_, "<", tag, ">", Marked(block), "</", tag, ">");
      return;
    }
    const auto [open, close] = TagsOf(block.zone);
    absl::StrAppend(&out_, open, LineNumber(block), Marked(block), close, "\n");
  }

  static std::pair<absl::string_view, absl::string_view> TagsOf(Zone zone) {
    switch (zone) {
      case Zone::kTitle:
        return {"<p class=\"title\">", "</p>"};
      case Zone::kDek:
        return {"<p class=\"dek\">", "</p>"};
      case Zone::kHeading:
        return {"<p class=\"heading\">", "</p>"};
      case Zone::kListItem:
        return {"<li>", "</li>"};
      case Zone::kQuotation:
        return {"<blockquote>", "</blockquote>"};
      case Zone::kCaption:
        return {"<p class=\"caption\">", "</p>"};
      case Zone::kByline:
        return {"<p class=\"byline\">", "</p>"};
      default:
        return {"<p>", "</p>"};
    }
  }

  std::string LineNumber(const Block& block) const {
    if (block.map.empty() || group_ == Group::kFurniture) return "";
    if (document_.has_places()) return "";  // the words of a place are too wide for the margin
    const size_t begin = block.map.front().in_document;
    return absl::StrCat("<span class=\"ln\" aria-hidden=\"true\">", document_.Locate(begin).line, "</span>");
  }

  // Marks of a block, outer before inner; one that only overlaps another is cut to what is left of it.
  std::vector<Mark> MarksOf(const Block& block) const {
    std::vector<Mark> marks;
    for (const size_t fact : facts_) {
      const std::optional<TextSpan> at = FromDocument(block, page_.report().claims[page_.facts()[fact].claim].span);
      if (at && !at->empty()) marks.push_back({*at, fact});
    }
    std::stable_sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) {
      return a.at.begin != b.at.begin ? a.at.begin < b.at.begin : a.at.end > b.at.end;
    });
    return marks;
  }

  std::string Marked(const Block& block) {
    std::string out;
    std::vector<Mark> open;
    size_t at = 0;
    const auto copy_to = [&](size_t end) {
      if (end > at) absl::StrAppend(&out, EscapedXml(absl::string_view(block.text).substr(at, end - at)));
      at = std::max(at, end);
    };
    const auto close_until = [&](size_t begin) {
      while (!open.empty() && open.back().at.end <= begin) {
        copy_to(open.back().at.end);
        AppendBadge(open.back().fact, out);
        open.pop_back();
      }
    };
    for (Mark mark : MarksOf(block)) {
      close_until(mark.at.begin);
      if (!open.empty()) mark.at.end = std::min(mark.at.end, open.back().at.end);
      copy_to(mark.at.begin);
      absl::StrAppend(&out, "<mark class=\"", SignOf(page_.facts()[mark.fact].verdict).style, "\"", IdOf(mark.fact),
                      ">");
      open.push_back(mark);
    }
    close_until(std::string::npos);
    copy_to(block.text.size());
    return out;
  }

  // A claim that runs over several blocks has its name in the first of them.
  std::string IdOf(size_t fact) { return shown_.insert(fact).second ? absl::StrCat(" id=\"t", fact + 1, "\"") : ""; }

  // The badge stays on one line with the word before it.
  void AppendBadge(size_t fact, std::string& out) const {
    const size_t after_tag = out.rfind('>') + 1;
    const size_t space = out.rfind(' ');
    const size_t word = space == std::string::npos || space < after_tag ? after_tag : space + 1;
    out.insert(word, "<span class=\"keep\">");
    absl::StrAppend(&out, Badge(fact), "</span></mark>");
  }

  // The icon, the word, and the way to the quotes: the finding where there is one, else the claim's own row.
  std::string Badge(size_t index) const {
    const Fact& fact = page_.facts()[index];
    const HtmlSign sign = SignOf(fact.verdict);
    const std::string target = fact.findings.empty() ? absl::StrCat("#c", index + 1)
                                                     : absl::StrCat("#f", page_.NumberOf(fact.findings.front()));
    return absl::StrCat("<a class=\"badge\" href=\"", target, "\"><span class=\"icon\" aria-hidden=\"true\">",
                        sign.icon, "</span><span class=\"word\">", sign.word, "</span></a>");
  }

  const HtmlPage& page_;
  const Document& document_;
  std::string& out_;
  std::vector<size_t> facts_;  // of this document, in reading order
  std::set<size_t>& shown_;    // facts that have their name on the page
  Group group_ = Group::kNone;
  int table_ = -1, row_ = -1;
};

void AppendLegend(const HtmlPage& page, std::string& out) {
  static constexpr std::optional<Verdict> kAll[] = {Verdict::kContradicted, Verdict::kUnsupported, Verdict::kAgreed,
                                                    Verdict::kNotChecked, std::nullopt};
  std::string labels;
  for (const std::optional<Verdict>& verdict : kAll) {
    const auto count = std::count_if(page.facts().begin(), page.facts().end(),
                                     [&verdict](const Fact& fact) { return fact.verdict == verdict; });
    if (count == 0) continue;
    const HtmlSign sign = SignOf(verdict);
    absl::StrAppend(&out, "<input type=\"checkbox\" class=\"switch\" id=\"show-", sign.style, "\" checked>\n");
    // With a draft the head of the page has the counts, of its claims alone: what findings add to the text is no claim.
    const std::string many = page.has_draft() ? "" : absl::StrCat(" <b>", count, "</b>");
    absl::StrAppend(&labels, "<label for=\"show-", sign.style, "\">", SignHtml(sign), many, "</label>\n");
  }
  absl::StrAppend(
      &out,
      "<input type=\"checkbox\" class=\"switch\" id=\"show-words\" checked>\n<div class=\"legend\" role=\"group\" "
      "aria-label=\"What the text shows\"><span>Show</span>\n",
      labels, "<label for=\"show-words\">words beside the icons</label>\n</div>\n");
}

}  // namespace

std::set<size_t> AppendHtmlTexts(const HtmlPage& page, std::string& out) {
  std::set<size_t> shown;
  if (page.facts().empty() && !page.has_draft()) return shown;
  absl::StrAppend(&out, "<section id=\"text\" aria-labelledby=\"text-title\">\n<h2 id=\"text-title\">",
                  page.has_draft() ? "The draft" : "The texts", "</h2>\n");
  AppendLegend(page, out);
  absl::StrAppend(&out, "<div class=\"texts\">\n");
  for (DocumentIndex d = 0; d < page.report().documents.size(); ++d) {
    const DocumentEntry& entry = page.report().documents[d];
    if (!entry.document || (page.has_draft() && entry.info.role != Role::kDraft)) continue;
    const bool open = page.has_draft();
    absl::StrAppend(&out, "<details class=\"paper\"", open ? " open" : "", "><summary>", page.Name(d),
                    "</summary>\n<div class=\"copy\">\n");
    TextWriter(page, d, shown, out).Write();
    absl::StrAppend(&out, "</div></details>\n");
  }
  absl::StrAppend(&out, "</div>\n</section>\n");
  return shown;
}

}  // namespace crosscheck
