#include "document/docx_reader.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "document/docx_styles.h"
#include "document/table.h"
#include "document/text_builder.h"
#include "document/xml.h"

namespace crosscheck {

namespace {

constexpr int kDeepest = 120;                      // elements inside one another that are followed
constexpr size_t kLargestText = size_t{32} << 20;  // bytes
constexpr size_t kLongestCell = 400;               // bytes; with more in it a table lays out a page
constexpr size_t kMostCells = 200000;
constexpr absl::string_view kLineBreak = "\u2028";  // in a paragraph, which is a line of the text

// Of the ways that a file offers to draw one thing, the first.
pugi::xml_node Chosen(pugi::xml_node alternatives) {
  for (const pugi::xml_node child : alternatives.children()) {
    if (LocalName(child) == "Choice" || LocalName(child) == "Fallback") return child;
  }
  return {};
}

// A stretch of the text that becomes one block.
struct Piece {
  TextSpan span;
  DocxStyle style;
  bool all_bold = false;
  int table = -1;  // of a table that holds data
  CellPlace cell;
};

class DocxReader {
 public:
  DocxReader(DocxParts& parts, std::vector<DocxStretch>* stretches)
      : parts_(parts), w_(parts.prefix), stretches_(stretches) {}

  absl::StatusOr<ExtractedText> Read() {
    if (parts_.styles) styles_ = ReadDocxStyles(parts_.styles->document_element(), w_);
    unit_ = "paragraph";
    ReadBlocks(parts_.main->document_element().child((w_ + "body").c_str()), 0);
    EndUnit();
    ReadNotes(parts_.footnotes.get(), "footnote", footnotes_);
    ReadNotes(parts_.endnotes.get(), "endnote", endnotes_);
    furniture_ = true;
    stretches_ = nullptr;  // of parts that carry no comments
    ReadFurniture(parts_.headers, "header");
    ReadFurniture(parts_.footers, "footer");
    if (!status_.ok()) return status_;
    if (text_.empty()) return absl::InvalidArgumentError("holds no text");
    return Finish();
  }

 private:
  bool Is(pugi::xml_node node, absl::string_view name) const {
    const absl::string_view full = node.name();
    return full.size() == w_.size() + name.size() && absl::StartsWith(full, w_) && absl::EndsWith(full, name);
  }
  pugi::xml_node Child(pugi::xml_node node, absl::string_view name) const {
    return node.child(absl::StrCat(w_, name).c_str());
  }
  const char* Value(pugi::xml_node node, absl::string_view name = "val") const {
    return node.attribute(absl::StrCat(w_, name).c_str()).value();
  }

  void Fail(absl::string_view why) {
    if (status_.ok()) status_ = absl::InvalidArgumentError(why);
  }
  bool Stops(int depth) {
    if (depth > kDeepest) Fail(absl::StrCat("nests more than ", kDeepest, " elements"));
    if (text_.size() > kLargestText) Fail(absl::StrCat("holds more than ", kLargestText >> 20, " MiB of text"));
    return !status_.ok();
  }

  // Paragraphs, tables and what holds them.
  void ReadBlocks(pugi::xml_node parent, int depth) {
    if (Stops(depth)) return;
    for (const pugi::xml_node node : parent.children()) {
      if (Is(node, "p")) {
        ReadParagraph(node, depth);
      } else if (Is(node, "tbl")) {
        ReadTable(node, depth);
      } else if (Is(node, "sdt")) {
        ReadBlocks(Child(node, "sdtContent"), depth + 1);
      } else if (Is(node, "customXml") || CountInserted(node)) {
        ReadBlocks(node, depth + 1);
      } else if (LocalName(node) == "AlternateContent") {
        ReadBlocks(Chosen(node), depth + 1);
      } else if (Is(node, "altChunk")) {
        ++embedded_;
      } else {
        CountDeleted(node);
      }
      if (!status_.ok()) return;
    }
  }

  bool CountInserted(pugi::xml_node node) {
    if (Is(node, "moveTo")) return true;
    if (!Is(node, "ins")) return false;
    ++insertions_;
    return true;
  }
  bool CountDeleted(pugi::xml_node node) {
    if (!Is(node, "del") && !Is(node, "moveFrom")) return false;
    ++(Is(node, "del") ? deletions_ : moves_);
    return true;
  }

  void ReadParagraph(pugi::xml_node paragraph, int depth) {
    const pugi::xml_node properties = Child(paragraph, "pPr");
    if (!unit_open_) BeginUnit(StyleOf(properties));
    paragraph_hidden_ = StyleOf(properties).hidden;
    ReadInline(paragraph, depth + 1);
    // A deleted mark at its end makes it one with the next paragraph.
    if (!Child(Child(properties, "rPr"), "del").empty()) {
      ++deletions_;
      return;
    }
    if (in_cell_) {
      if (text_.size() > unit_begin_) text_ += '\n';
      return;
    }
    EndUnit();
    ReadBoxes(depth);
  }

  void ReadBoxes(int depth) {
    std::vector<std::pair<pugi::xml_node, pugi::xml_node>> boxes = std::move(boxes_);
    boxes_.clear();
    for (const auto& [box, run] : boxes) {
      const pugi::xml_node before = std::exchange(anchor_, anchor_.empty() ? run : anchor_);
      ReadBlocks(box, depth + 2);
      EndUnit();
      anchor_ = before;
    }
  }

  DocxStyle StyleOf(pugi::xml_node properties) const {
    DocxStyle style;
    const auto found = styles_.find(Value(Child(properties, "pStyle")));
    if (found != styles_.end()) style = found->second;
    const pugi::xml_node outline = Child(properties, "outlineLvl");
    if (!style.settled && !outline.empty() && absl::string_view(Value(outline)) < "9") style.zone = Zone::kHeading;
    const pugi::xml_node list = Child(Child(properties, "numPr"), "numId");
    if (!list.empty() && absl::string_view(Value(list)) == "0") {
      if (style.zone == Zone::kListItem) style.zone = Zone::kParagraph;
    } else if (!list.empty() && style.zone == Zone::kParagraph) {
      style.zone = Zone::kListItem;
    }
    style.settled = style.zone != Zone::kParagraph;
    return style;
  }

  void BeginUnit(DocxStyle style) {
    unit_open_ = true;
    unit_begin_ = text_.size();
    unit_style_ = style;
    unit_bold_ = true;
    unit_visible_ = false;
  }

  // What holds no visible character leaves no trace.
  void EndUnit() {
    if (!unit_open_) return;
    unit_open_ = false;
    while (text_.size() > unit_begin_ && text_.back() == '\n') text_.pop_back();
    if (!unit_visible_) {
      text_.resize(unit_begin_);
      if (stretches_ != nullptr) {
        while (!stretches_->empty() && stretches_->back().begin >= unit_begin_) stretches_->pop_back();
      }
      return;
    }
    Piece piece;
    piece.span = {unit_begin_, text_.size()};
    piece.style = unit_style_;
    piece.all_bold = unit_bold_ || unit_style_.bold;
    piece.table = data_table_;
    piece.cell = cell_;
    if (furniture_) {
      piece.style.zone = Zone::kBoilerplate;
      piece.style.settled = true;
    }
    std::string words = unit_;
    if (!in_cell_ && unit_ == "paragraph") absl::StrAppend(&words, " ", ++paragraphs_);
    places_.push_back({unit_begin_, std::move(words), true});
    pieces_.push_back(piece);
    text_ += '\n';
  }

  void ReadInline(pugi::xml_node parent, int depth) {
    if (Stops(depth)) return;
    for (const pugi::xml_node node : parent.children()) {
      if (Is(node, "r")) {
        ReadRun(node, depth);
      } else if (Is(node, "sdt")) {
        ReadInline(Child(node, "sdtContent"), depth + 1);
      } else if (LocalName(node) == "AlternateContent") {
        ReadInline(Chosen(node), depth + 1);
      } else if (LocalName(node) == "oMath" || LocalName(node) == "oMathPara") {
        ++equations_;
      } else if (Is(node, "hyperlink") || Is(node, "smartTag") || Is(node, "customXml") || Is(node, "fldSimple") ||
                 Is(node, "dir") || Is(node, "bdo") || Is(node, "rubyBase") || CountInserted(node)) {
        ReadInline(node, depth + 1);
      } else {
        CountDeleted(node);
      }
      if (!status_.ok()) return;
    }
  }

  void ReadRun(pugi::xml_node run, int depth) {
    const pugi::xml_node properties = Child(run, "rPr");
    const auto style = styles_.find(Value(Child(properties, "rStyle")));
    const bool shown = !Child(properties, "vanish").empty() && !IsOn(properties, w_ + "vanish");
    const bool hidden = IsOn(properties, w_ + "vanish") ||
                        (!shown && (paragraph_hidden_ || (style != styles_.end() && style->second.hidden)));
    const bool struck = IsOn(properties, w_ + "strike") || IsOn(properties, w_ + "dstrike");
    const bool bold = IsOn(properties, w_ + "b") || (style != styles_.end() && style->second.bold);
    for (const pugi::xml_node node : run.children()) {
      if (Is(node, "fldChar")) {
        Field(Value(node, "fldCharType"));
      } else if (Is(node, "footnoteReference")) {
        footnotes_.emplace_back(Value(node, "id"), anchor_.empty() ? run : anchor_);
      } else if (Is(node, "endnoteReference")) {
        endnotes_.emplace_back(Value(node, "id"), anchor_.empty() ? run : anchor_);
      } else if (Is(node, "ruby")) {
        ReadInline(node, depth + 1);
      } else if (Is(node, "drawing") || Is(node, "pict") || Is(node, "object") ||
                 LocalName(node) == "AlternateContent") {
        FindBoxes(LocalName(node) == "AlternateContent" ? Chosen(node) : node, run);
      } else if (!InInstruction()) {
        ReadRunText(node, run, hidden, struck, bold);
      }
    }
  }

  void ReadRunText(pugi::xml_node node, pugi::xml_node run, bool hidden, bool struck, bool bold) {
    absl::string_view mark;
    if (Is(node, "tab") || Is(node, "ptab")) mark = "\t";
    if (Is(node, "br") || Is(node, "cr")) mark = kLineBreak;
    if (Is(node, "noBreakHyphen")) mark = "\u2011";
    if (mark.empty() && !Is(node, "t")) return;
    if (hidden || struck) {
      if (mark.empty()) (hidden ? hidden_ : struck_) = true;
      return;
    }
    if (!mark.empty()) {
      absl::StrAppend(&text_, mark);
      return;
    }
    const std::string text = TextOf(node);
    if (text.empty()) return;
    const bool visible = text.find_first_not_of(" \t") != std::string::npos;
    unit_visible_ = unit_visible_ || visible;
    if (visible && !bold) unit_bold_ = false;
    if (stretches_ != nullptr) {
      stretches_->push_back(
          {text_.size(), text.size(), anchor_.empty() ? run : anchor_, anchor_.empty() ? node : pugi::xml_node()});
    }
    text_ += text;
  }

  // The words of a text element, which then holds them in one piece.
  std::string TextOf(pugi::xml_node node) const {
    std::string text;
    for (const pugi::xml_node part : node.children()) {
      if (part.type() == pugi::node_pcdata || part.type() == pugi::node_cdata) text += part.value();
    }
    if (absl::string_view(node.attribute("xml:space").value()) != "preserve") {
      const size_t first = text.find_first_not_of(" \t\r\n");
      if (first == std::string::npos) return "";
      text = text.substr(first, text.find_last_not_of(" \t\r\n") + 1 - first);
    }
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    if (stretches_ != nullptr) {
      while (!node.first_child().empty()) node.remove_child(node.first_child());
      node.text().set(text.c_str());
    }
    return text;
  }

  // A field is written as an instruction, which is no text, and what it came to.
  void Field(absl::string_view mark) {
    if (mark == "begin") {
      fields_.push_back(true);
    } else if (!fields_.empty()) {
      mark == "separate" ? void(fields_.back() = false) : fields_.pop_back();
    }
  }
  bool InInstruction() const { return std::find(fields_.begin(), fields_.end(), true) != fields_.end(); }

  void FindBoxes(pugi::xml_node drawing, pugi::xml_node run) {
    for (pugi::xml_node node = drawing.first_child(); !node.empty();) {
      if (Is(node, "txbxContent")) boxes_.emplace_back(node, run);
      pugi::xml_node next = Is(node, "txbxContent") ? pugi::xml_node() : node.first_child();
      for (; next.empty() && !node.empty() && node != drawing; node = node.parent()) next = node.next_sibling();
      if (next.empty()) return;
      node = next;
    }
  }

  // Whether a table holds data: two columns or more, short cells, no table in it.
  bool HoldsData(pugi::xml_node table) const {
    struct Walker : pugi::xml_tree_walker {
      bool for_each(pugi::xml_node& node) override {
        const absl::string_view name = LocalName(node);
        if (name == "tbl") nested = true;
        if (name == "tr") cells = 0;
        if (name == "tc") {
          columns = std::max(columns, ++cells);
          in_cell = 0;
        }
        if (node.type() == pugi::node_pcdata && LocalName(node.parent()) == "t") {
          in_cell += absl::string_view(node.value()).size();
        }
        longest = std::max(longest, in_cell);
        return !nested && longest <= kLongestCell;
      }
      bool nested = false;
      size_t cells = 0, columns = 0, in_cell = 0, longest = 0;
    } walker;
    table.traverse(walker);
    return !walker.nested && walker.columns > 1 && walker.longest <= kLongestCell;
  }

  void ReadTable(pugi::xml_node table, int depth) {
    EndUnit();
    TableWalk walk{++tables_};
    if (HoldsData(table)) data_table_ = walk.table;
    const std::string unit = unit_;
    ReadRows(table, depth, walk);
    unit_ = unit;
    data_table_ = -1;
    if (!in_cell_) ReadBoxes(depth);
  }

  // Where the reading of a table is.
  struct TableWalk {
    int table = 0;
    int row = 0;
    int column = 0;                     // of the cell that comes next
    bool is_head = false;               // of the row: to look for it at each cell would take the square of a wide row
    std::map<int, size_t> merged = {};  // column → the piece that goes on downward
  };

  void ReadRows(pugi::xml_node parent, int depth, TableWalk& walk) {
    if (Stops(depth)) return;
    for (const pugi::xml_node node : parent.children()) {
      if (Is(node, "sdt")) {
        ReadRows(Child(node, "sdtContent"), depth + 1, walk);
      } else if (Is(node, "customXml")) {
        ReadRows(node, depth + 1, walk);
      } else if (Is(node, "tr")) {
        const pugi::xml_node properties = Child(node, "trPr");
        if (!Child(properties, "del").empty()) {
          ++deletions_;
          continue;
        }
        if (!Child(properties, "ins").empty()) ++insertions_;
        walk.column = std::min(Child(properties, "gridBefore").attribute((w_ + "val").c_str()).as_int(0), 1000);
        walk.is_head = IsOn(properties, w_ + "tblHeader");
        ReadCells(node, depth + 1, walk);
        ++walk.row;
      }
      if (!status_.ok()) return;
    }
  }

  void ReadCells(pugi::xml_node parent, int depth, TableWalk& walk) {
    if (Stops(depth)) return;
    for (const pugi::xml_node node : parent.children()) {
      if (Is(node, "sdt")) {
        ReadCells(Child(node, "sdtContent"), depth + 1, walk);
      } else if (Is(node, "tc")) {
        if (++cells_ > kMostCells) Fail(absl::StrCat("has more than ", kMostCells, " table cells"));
        ReadCell(node, depth, walk);
      }
      if (!status_.ok()) return;
    }
  }

  void ReadCell(pugi::xml_node node, int depth, TableWalk& walk) {
    const pugi::xml_node properties = Child(node, "tcPr");
    const int columns = std::clamp(Child(properties, "gridSpan").attribute((w_ + "val").c_str()).as_int(1), 1, 1000);
    const pugi::xml_node merge = Child(properties, "vMerge");
    const int at = walk.column;
    walk.column += columns;
    if (!Child(properties, "cellDel").empty()) {
      ++deletions_;
      return;
    }
    const bool goes_on = !merge.empty() && absl::string_view(Value(merge)) != "restart";
    if (goes_on && walk.merged.count(at) != 0) {
      ++pieces_[walk.merged[at]].cell.rows;
      return;
    }
    walk.merged.erase(at);
    const bool was_in_cell = std::exchange(in_cell_, data_table_ >= 0);
    cell_ = {0, walk.row, at, columns, walk.is_head, 1};
    unit_ = absl::StrCat("table ", walk.table, ", row ", walk.row + 1, ", column ", at + 1);
    const size_t before = pieces_.size();
    ReadBlocks(node, depth + 1);
    EndUnit();
    in_cell_ = was_in_cell;
    if (!merge.empty() && pieces_.size() == before + 1 && data_table_ >= 0) walk.merged[at] = before;
  }

  using References = std::vector<std::pair<std::string, pugi::xml_node>>;

  // In the order in which the text refers to them, each once.
  void ReadNotes(pugi::xml_document* part, absl::string_view kind, const References& references) {
    if (part == nullptr) return;
    std::map<std::string, pugi::xml_node> notes;
    for (const pugi::xml_node note : part->document_element().children()) {
      if (Is(note, kind)) notes.emplace(Value(note, "id"), note);
    }
    int number = 0;
    std::set<std::string> seen;
    const size_t of_the_text = references.size();  // reading a note may add those that it refers to itself
    for (size_t i = 0; i < of_the_text; ++i) {
      const auto [id, run] = references[i];
      const auto note = notes.find(id);
      if (note == notes.end() || !seen.insert(id).second) continue;
      unit_ = absl::StrCat(kind, " ", ++number);
      anchor_ = run;
      ReadBlocks(note->second, 0);
      EndUnit();
    }
    anchor_ = pugi::xml_node();
  }

  void ReadFurniture(const std::vector<std::unique_ptr<pugi::xml_document>>& side, absl::string_view kind) {
    int number = 0;
    for (const std::unique_ptr<pugi::xml_document>& part : side) {
      unit_ = absl::StrCat(kind, " ", ++number);
      ReadBlocks(part->document_element(), 0);
      EndUnit();
    }
  }

  ExtractedText Finish() {
    ExtractedText out;
    out.text = std::move(text_);
    out.places = std::move(places_);
    std::vector<CellPlace> cells;
    for (size_t i = 0; i < pieces_.size(); ++i) {
      const Piece& piece = pieces_[i];
      TextBuilder builder(out.text);
      size_t at = piece.span.begin;
      for (size_t stop = 0; at < piece.span.end; at = stop + kLineBreak.size()) {
        stop = std::min(out.text.find(kLineBreak.data(), at, kLineBreak.size()), piece.span.end);
        builder.Copy(at, stop);
        if (stop < piece.span.end) builder.Space(stop, stop + kLineBreak.size(), true);
      }
      ParsedBlock parsed = builder.Take(piece.style.zone);
      parsed.settled = piece.style.settled;
      if (piece.all_bold) parsed.emphasis = Emphasis::kBold;
      if (parsed.block.text.empty()) continue;
      if (piece.table >= 0) {
        cells.push_back(piece.cell);
        cells.back().block = out.blocks.size();
      }
      out.blocks.push_back(std::move(parsed));
      const bool ends = i + 1 == pieces_.size() || pieces_[i + 1].table != piece.table;
      if (piece.table >= 0 && ends) FrameTable(std::exchange(cells, {}), out.tables++, "", out.blocks);
    }
    out.notes = Notes();
    return out;
  }

  static std::string Count(size_t count, absl::string_view one) {
    return absl::StrCat(count, " ", one, count == 1 ? "" : "s");
  }

  std::vector<std::string> Notes() const {
    std::vector<std::string> notes;
    std::vector<std::string> changes;
    if (insertions_ > 0) changes.push_back(Count(insertions_, "insertion"));
    if (deletions_ > 0) changes.push_back(Count(deletions_, "deletion"));
    if (moves_ > 0) changes.push_back(Count(moves_, "move"));
    if (!changes.empty()) {
      notes.push_back(absl::StrCat("tracked changes are read as accepted: ", absl::StrJoin(changes, ", ")));
    }
    if (hidden_) notes.push_back("hidden text is left out");
    if (struck_) notes.push_back("text that is struck out is left out");
    if (equations_ > 0) notes.push_back(absl::StrCat(Count(equations_, "equation"), " not read"));
    if (embedded_ > 0) notes.push_back(absl::StrCat(Count(embedded_, "embedded document"), " not read"));
    return notes;
  }

  DocxParts& parts_;
  const std::string w_;
  std::vector<DocxStretch>* stretches_;
  absl::Status status_;
  std::map<std::string, DocxStyle> styles_;
  std::string text_;
  std::vector<DocumentPlace> places_;
  std::vector<Piece> pieces_;

  std::string unit_;  // "paragraph", "table 1, row 2, column 3", "footnote 1"
  bool unit_open_ = false;
  size_t unit_begin_ = 0;
  DocxStyle unit_style_;
  bool unit_bold_ = false, unit_visible_ = false;
  int paragraphs_ = 0, tables_ = 0;
  bool in_cell_ = false;  // of a table that holds data
  int data_table_ = -1;
  CellPlace cell_;
  size_t cells_ = 0;
  bool furniture_ = false;
  bool paragraph_hidden_ = false;
  std::vector<bool> fields_;                                      // those that are open: whether in the instruction
  std::vector<std::pair<pugi::xml_node, pugi::xml_node>> boxes_;  // text boxes and their runs
  References footnotes_, endnotes_;
  pugi::xml_node anchor_;  // of text that stands elsewhere

  size_t insertions_ = 0, deletions_ = 0, moves_ = 0, equations_ = 0, embedded_ = 0;
  bool hidden_ = false, struck_ = false;
};

}  // namespace

absl::StatusOr<ExtractedText> ReadDocxParts(DocxParts& parts, std::vector<DocxStretch>* stretches) {
  return DocxReader(parts, stretches).Read();
}

}  // namespace crosscheck
