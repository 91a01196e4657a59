#include "document/html.h"

#include <gumbo.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "document/html_markup.h"
#include "document/html_text.h"
#include "document/html_tree.h"
#include "document/phrases.h"
#include "document/plain_text.h"
#include "document/table.h"
#include "document/text_builder.h"

namespace crosscheck {

namespace {

constexpr size_t kLongestCell = 300;  // bytes; a table with longer cells lays out a page
constexpr int kWidestSpan = 200;      // columns of one cell; more is a mistake or an attack

// What must be known of a page before its text is read.
struct PageShape {
  const GumboNode* title = nullptr;                     // the h1 that is the headline
  absl::flat_hash_set<const GumboNode*> holds_article;  // elements around an h1, an article or main
  absl::flat_hash_set<const GumboNode*> layout_tables;  // tables that lay out a page and hold no data
};

class ShapeFinder {
 public:
  PageShape Find(const GumboNode* root) {
    Enter(root);
    while (!stack_.empty()) {
      Frame& top = stack_.back();
      const GumboVector* children = ChildrenOf(top.node);
      if (children == nullptr || top.child >= children->length) {
        stack_.pop_back();
        continue;
      }
      const auto* child = static_cast<const GumboNode*>(children->data[top.child++]);
      if (IsElement(child)) Enter(child);
    }
    return std::move(shape_);
  }

 private:
  struct Frame {
    const GumboNode* node;
    size_t child;
    const GumboNode* table;
    int paragraphs;  // in this cell
    size_t cell;     // depth of the nearest cell
    bool in_article;
  };

  void MarkHolders() {
    for (size_t i = stack_.size() - 1; i > 0; --i) {
      if (!shape_.holds_article.insert(stack_[i - 1].node).second) return;
    }
  }

  void Enter(const GumboNode* node) {
    Frame frame = {node, 0, nullptr, 0, 0, false};
    if (!stack_.empty()) {
      const Frame& parent = stack_.back();
      frame.table = parent.table;
      frame.cell = parent.cell;
      frame.in_article = parent.in_article;
    }
    stack_.push_back(frame);
    if (!IsElement(node)) return;
    Frame& own = stack_.back();
    switch (node->v.element.tag) {
      case GUMBO_TAG_ARTICLE:
      case GUMBO_TAG_MAIN:
        own.in_article = true;
        MarkHolders();
        break;
      case GUMBO_TAG_H1:
        if (shape_.title == nullptr || (own.in_article && !title_in_article_)) {
          shape_.title = node;
          title_in_article_ = own.in_article;
        }
        MarkHolders();
        [[fallthrough]];
      case GUMBO_TAG_H2:
        if (own.table != nullptr) shape_.layout_tables.insert(own.table);
        break;
      case GUMBO_TAG_TABLE:
        if (own.table != nullptr) shape_.layout_tables.insert(own.table);
        own.table = node;
        break;
      case GUMBO_TAG_TD:
        own.cell = stack_.size() - 1;
        break;
      case GUMBO_TAG_P:
        if (own.table != nullptr && own.cell > 0 && ++stack_[own.cell].paragraphs > 2)
          shape_.layout_tables.insert(own.table);
        break;
      default:
        break;
    }
  }

  PageShape shape_;
  std::vector<Frame> stack_;
  bool title_in_article_ = false;
};

// What the text at one place of the tree becomes.
struct Context {
  const GumboNode* node = nullptr;
  size_t child = 0;
  Markup markup = Markup::kInline;
  Zone zone = Zone::kParagraph;
  bool settled = false;
  bool boilerplate = false;
  bool prose = false;  // inside a paragraph, an item, a heading: zones of inline elements count no more
  bool article = false;
  bool cell = false;  // inside a cell of a data table
  bool bold = false;
  bool italic = false;
  bool title_element = false;
};

struct TableState {
  const GumboNode* node = nullptr;
  std::vector<CellPlace> cells;
  int row = -1;
  int column = 0;
  absl::flat_hash_map<int, int> spans;  // column -> rows that a cell above still covers
  std::string note;
  bool long_cell = false;
};

class HtmlReader {
 public:
  HtmlReader(absl::string_view document, TextSpan range, int& tables, std::vector<ParsedBlock>& blocks)
      : document_(document), range_(range), tables_(tables), blocks_(blocks), builder_(document) {}

  void Read(const GumboNode* root);

 private:
  void Enter(const GumboNode* node);
  void Leave(const Context& context);
  Context ContextOf(const GumboNode* node, const TagRow& row, const Context& parent) const;
  void SettleZone(const TagRow& row, const GumboNode* node, Context& context) const;
  bool IsSkipped(const GumboNode* node, const TagRow& row) const;
  void EnterInline(const GumboNode* node, const Context& parent);
  void Text(const GumboNode* node, const Context& context);
  bool ReadPreformatted(const GumboNode* node, const Context& context);
  void Flush(const Context& context);
  void Place(const Context& context);
  void StartCell(const GumboElement& element);
  void EndTable();
  void Break(const Context& context, const GumboNode* node);
  size_t OffsetOf(const char* at) const { return static_cast<size_t>(at - document_.data()); }

  absl::string_view document_;
  TextSpan range_;
  int& tables_;
  std::vector<ParsedBlock>& blocks_;
  TextBuilder builder_;
  PageShape shape_;
  std::vector<Context> stack_;
  std::vector<TableState> open_tables_;
  std::vector<std::vector<CellPlace>> open_lists_;  // dl
  bool all_bold_ = true;
  bool all_italic_ = true;
  bool broken_ = false;  // the last thing read was a <br>
  bool titled_ = false;  // the headline was read
  CellPlace cell_;
  size_t at_ = 0;  // where reading is in the document
};

void HtmlReader::Flush(const Context& context) {
  broken_ = false;
  const bool text = !builder_.empty();
  ParsedBlock parsed = builder_.Take(context.boilerplate ? Zone::kBoilerplate : context.zone);
  parsed.settled = context.settled || context.boilerplate;
  if (parsed.block.zone == Zone::kTitle && text) {
    // What follows in a headline that was never closed is the story.
    if (titled_) {
      parsed.block.zone = Zone::kParagraph;
      parsed.settled = false;
    }
    titled_ = true;
  }
  if (all_bold_) {
    parsed.emphasis = Emphasis::kBold;
  } else if (all_italic_) {
    parsed.emphasis = Emphasis::kItalic;
  }
  all_bold_ = true;
  all_italic_ = true;
  if (!text) return;
  blocks_.push_back(std::move(parsed));
  if (!context.boilerplate) Place(context);
}

// Notes where in its table the block that was just added stands.
void HtmlReader::Place(const Context& context) {
  const size_t block = blocks_.size() - 1;
  const std::string& text = blocks_[block].block.text;
  if (context.cell && !open_tables_.empty()) {
    TableState& table = open_tables_.back();
    cell_.block = block;
    table.cells.push_back(cell_);
    table.long_cell = table.long_cell || text.size() > kLongestCell;
  } else if (context.markup == Markup::kTerm || context.markup == Markup::kDetails) {
    if (open_lists_.empty() || text.size() > kLongestCell) {
      blocks_[block].block.zone = Zone::kParagraph;
      return;
    }
    std::vector<CellPlace>& cells = open_lists_.back();
    const int row = cells.empty() ? 0 : cells.back().row;
    const bool term = context.markup == Markup::kTerm;
    cells.push_back({block, term && !cells.empty() ? row + 1 : row, term ? 0 : 1, 1, term});
  } else if (context.node->v.element.tag == GUMBO_TAG_CAPTION && !open_tables_.empty()) {
    open_tables_.back().note = text;
  }
}

bool HtmlReader::IsSkipped(const GumboNode* node, const TagRow& row) const {
  if (node->type == GUMBO_NODE_TEMPLATE || row.markup == Markup::kSkip || IsHidden(node->v.element)) return true;
  if (row.tag == GUMBO_TAG_TITLE)
    return shape_.title != nullptr || node->v.element.tag_namespace != GUMBO_NAMESPACE_HTML;
  if (row.tag != GUMBO_TAG_SUP) return false;
  // The mark of a footnote is a link; "10<sup>6</sup>" is not.
  const GumboVector& children = node->v.element.children;
  return children.length > 0 && IsElement(static_cast<const GumboNode*>(children.data[0])) &&
         static_cast<const GumboNode*>(children.data[0])->v.element.tag == GUMBO_TAG_A;
}

void HtmlReader::SettleZone(const TagRow& row, const GumboNode* node, Context& context) const {
  const Zone outer = context.zone;
  switch (row.markup) {
    case Markup::kProse:
      context.prose = true;
      break;
    case Markup::kZone:
      if (row.tag == GUMBO_TAG_TIME && context.prose) break;
      if (row.zone == Zone::kHeading && outer == Zone::kListItem) break;
      context.zone = node == shape_.title ? Zone::kTitle : row.zone;
      context.settled = true;
      context.prose = row.zone != Zone::kQuotation;
      break;
    case Markup::kBoilerplate:
      // The source of a quotation stands in a footer of its own.
      if (row.tag == GUMBO_TAG_FOOTER && (outer == Zone::kQuotation || outer == Zone::kCaption)) {
        context.zone = Zone::kByline;
        context.settled = true;
      } else if (!shape_.holds_article.contains(node)) {
        context.boilerplate = true;
      }
      break;
    case Markup::kTerm:
    case Markup::kDetails:
      context.zone = Zone::kTableCell;
      context.settled = true;
      context.prose = true;
      break;
    default:
      break;
  }
}

Context HtmlReader::ContextOf(const GumboNode* node, const TagRow& row, const Context& parent) const {
  Context context = parent;
  context.node = node;
  context.child = 0;
  context.markup = row.markup;
  const GumboElement& element = node->v.element;
  if (row.tag == GUMBO_TAG_ARTICLE || row.tag == GUMBO_TAG_MAIN) context.article = true;
  context.bold = parent.bold || row.tag == GUMBO_TAG_B || row.tag == GUMBO_TAG_STRONG;
  context.italic = parent.italic || row.tag == GUMBO_TAG_I || row.tag == GUMBO_TAG_EM;
  if (context.cell) return context;
  if (row.tag == GUMBO_TAG_HEADER && !parent.article && !shape_.holds_article.contains(node))
    context.boilerplate = true;
  SettleZone(row, node, context);
  const bool whole_page = row.tag == GUMBO_TAG_HTML || row.tag == GUMBO_TAG_BODY || row.tag == GUMBO_TAG_ARTICLE ||
                          row.tag == GUMBO_TAG_MAIN || node == shape_.title;
  if (whole_page || parent.prose || parent.boilerplate || shape_.holds_article.contains(node)) return context;
  const std::optional<Zone> named = ZoneOfNames(element);
  if (!named.has_value()) return context;
  if (*named == Zone::kBoilerplate) {
    context.boilerplate = true;
  } else if (row.markup != Markup::kZone || row.zone == Zone::kHeading || row.tag == GUMBO_TAG_TIME) {
    context.zone = *named;
    context.settled = true;
    // A block inside keeps the name that stands around it.
    if (row.markup == Markup::kInline) context.markup = Markup::kBlock;
  }
  return context;
}

void HtmlReader::EnterInline(const GumboNode* node, const Context& parent) {
  const GumboElement& element = node->v.element;
  const size_t tag = element.original_tag.data == nullptr ? at_ : OffsetOf(element.original_tag.data);
  if (element.tag == GUMBO_TAG_Q && element.original_tag.length > 0) {
    builder_.Replace("\"", tag, tag + element.original_tag.length);
  } else if (element.tag == GUMBO_TAG_SUP && builder_.last() >= '0' && builder_.last() <= '9') {
    builder_.Space(tag, tag + element.original_tag.length);  // a power or a footnote, no digit of the number
  } else if (parent.boilerplate && element.tag == GUMBO_TAG_A) {
    builder_.Space(tag, tag + element.original_tag.length);
  }
}

// One break is a line break, two are the end of a paragraph.
void HtmlReader::Break(const Context& context, const GumboNode* node) {
  const GumboElement& element = node->v.element;
  if (broken_ && !context.cell && !builder_.empty()) {
    Flush(context);
    return;
  }
  const size_t begin = element.original_tag.length > 0 ? OffsetOf(element.original_tag.data) : at_;
  builder_.Space(begin, begin + element.original_tag.length, true);
  broken_ = true;
}

void HtmlReader::Enter(const GumboNode* node) {
  const Context parent = stack_.back();
  const TagRow& row = RowOfTag(node->v.element.tag);
  if (IsSkipped(node, row)) return;
  if (row.markup == Markup::kBreak) return Break(parent, node);
  Context context = ContextOf(node, row, parent);
  const bool data_table = row.markup == Markup::kTable && !shape_.layout_tables.contains(node) && !parent.cell;
  const bool in_time = row.tag == GUMBO_TAG_TIME && parent.prose;
  if (context.markup == Markup::kInline || in_time) {
    context.markup = Markup::kInline;
    EnterInline(node, parent);
  } else if (parent.cell) {
    builder_.Space(at_, at_, true);
  } else {
    Flush(parent);
  }
  if (data_table) {
    open_tables_.emplace_back();
    open_tables_.back().node = node;
  }
  const bool in_table = !open_tables_.empty() && !parent.cell;
  if (row.markup == Markup::kRow && in_table) {
    ++open_tables_.back().row;
    open_tables_.back().column = 0;
  } else if ((row.markup == Markup::kCell || row.markup == Markup::kHeadCell) && in_table) {
    StartCell(node->v.element);
    context.cell = true;
    context.zone = Zone::kTableCell;
    context.prose = true;
  } else if (row.markup == Markup::kList && !parent.cell) {
    open_lists_.emplace_back();
  }
  if (row.tag == GUMBO_TAG_PRE && ReadPreformatted(node, context)) return;
  stack_.push_back(context);
}

int SpanOf(const GumboElement& element, const char* name) {
  const GumboAttribute* attribute = gumbo_get_attribute(&element.attributes, name);
  int span = 1;
  if (attribute != nullptr && !absl::SimpleAtoi(attribute->value, &span)) span = 1;
  return std::clamp(span, 1, kWidestSpan);
}

void HtmlReader::StartCell(const GumboElement& element) {
  TableState& table = open_tables_.back();
  if (table.row < 0) table.row = 0;
  for (auto it = table.spans.find(table.column); it != table.spans.end() && it->second > table.row;
       it = table.spans.find(table.column)) {
    ++table.column;
  }
  const int columns = SpanOf(element, "colspan");
  const int rows = SpanOf(element, "rowspan");
  cell_ = {0, table.row, table.column, columns, element.tag == GUMBO_TAG_TH, table.column == 0 ? rows : 1};
  for (int column = table.column; rows > 1 && column < table.column + columns; ++column) {
    table.spans[column] = table.row + rows;
  }
  table.column += columns;
}

void HtmlReader::EndTable() {
  const TableState table = std::move(open_tables_.back());
  open_tables_.pop_back();
  int columns = 0;
  for (const CellPlace& cell : table.cells) columns = std::max(columns, cell.column + 1);
  if (columns > 1 && !table.long_cell) {
    FrameTable(table.cells, tables_++, table.note, blocks_);
    return;
  }
  for (const CellPlace& cell : table.cells) {
    blocks_[cell.block].block.zone = Zone::kParagraph;
    blocks_[cell.block].settled = false;
  }
}

void HtmlReader::Leave(const Context& context) {
  const GumboElement* element = context.node->type == GUMBO_NODE_DOCUMENT ? nullptr : &context.node->v.element;
  if (element != nullptr && element->original_end_tag.length > 0) at_ = OffsetOf(element->original_end_tag.data);
  const bool parent_cell = stack_.size() > 1 && stack_[stack_.size() - 2].cell;
  if (context.markup == Markup::kInline) {
    if (element != nullptr && element->tag == GUMBO_TAG_Q && element->original_end_tag.length > 0) {
      builder_.Replace("\"", at_, at_ + element->original_end_tag.length);
    }
  } else if (parent_cell) {
    builder_.Space(at_, at_, true);
  } else {
    Flush(context);
  }
  if (context.markup == Markup::kTable && !open_tables_.empty() && open_tables_.back().node == context.node) EndTable();
  if (context.markup == Markup::kList && !open_lists_.empty() && !parent_cell) {
    const std::vector<CellPlace> cells = std::move(open_lists_.back());
    open_lists_.pop_back();
    if (!cells.empty()) FrameLabels(cells, tables_++, blocks_);
  }
}

// <pre> that holds plain text alone is read as plain text, lines and columns kept.
bool HtmlReader::ReadPreformatted(const GumboNode* node, const Context& context) {
  const GumboVector& children = node->v.element.children;
  if (context.boilerplate || context.cell || children.length != 1) return false;
  const auto* child = static_cast<const GumboNode*>(children.data[0]);
  if (child->type != GUMBO_NODE_TEXT) return false;
  const absl::string_view decoded = child->v.text.text;
  const size_t begin = OffsetOf(child->v.text.original_text.data);
  if (document_.substr(begin, decoded.size()) != decoded) return false;
  ParsePlainText(document_, {begin, begin + decoded.size()}, tables_, blocks_);
  return true;
}

void HtmlReader::Text(const GumboNode* node, const Context& context) {
  const GumboText& text = node->v.text;
  const char* source = text.original_text.data;
  if (source == nullptr || source < document_.data() + range_.begin || source > document_.data() + range_.end) return;
  const size_t begin = OffsetOf(source);
  at_ = begin;
  if (node->type == GUMBO_NODE_WHITESPACE) {
    builder_.Space(begin, begin + std::max<size_t>(1, text.original_text.length));
    return;
  }
  broken_ = false;
  if (!context.bold) all_bold_ = false;
  if (!context.italic) all_italic_ = false;
  AppendHtmlText(document_, begin, range_.end, text.text, builder_);
  at_ = std::max(at_, builder_.document_end());
}

void HtmlReader::Read(const GumboNode* root) {
  shape_ = ShapeFinder().Find(root);
  stack_.emplace_back();
  stack_.back().node = root;
  stack_.back().markup = Markup::kBlock;
  while (!stack_.empty()) {
    Context& top = stack_.back();
    const GumboVector* children = ChildrenOf(top.node);
    if (children == nullptr || top.child >= children->length) {
      const Context done = top;
      Leave(done);
      stack_.pop_back();
      continue;
    }
    const auto* child = static_cast<const GumboNode*>(children->data[top.child++]);
    if (IsElement(child)) {
      Enter(child);
    } else if (child->type != GUMBO_NODE_COMMENT) {
      Text(child, top);
    }
  }
}

}  // namespace

void ParseHtml(absl::string_view document, TextSpan range, int& tables, std::vector<ParsedBlock>& blocks) {
  if (IsTooDeep(document.substr(range.begin, range.size()))) {
    ParsePlainText(document, range, tables, blocks);
    return;
  }
  Arena arena;
  const GumboNode* root = ParseTree(document.substr(range.begin, range.size()), arena);
  HtmlReader(document, range, tables, blocks).Read(root);
}

std::string DecodeEntity(absl::string_view entity) {
  Arena arena;
  const std::string html = std::string("x").append(entity.data(), entity.size());
  const GumboNode* node = ParseTree(html, arena);
  while (node != nullptr && node->type != GUMBO_NODE_TEXT) {
    const GumboVector* children = ChildrenOf(node);
    // The last child: <head> comes before <body>.
    node = children == nullptr || children->length == 0
               ? nullptr
               : static_cast<const GumboNode*>(children->data[children->length - 1]);
  }
  return node == nullptr ? std::string(entity) : std::string(node->v.text.text).substr(1);
}

}  // namespace crosscheck
