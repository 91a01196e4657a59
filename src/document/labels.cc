#include "document/labels.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "document/line_shapes.h"
#include "document/phrases.h"
#include "document/table.h"

namespace crosscheck {

namespace {

// The label and value of a block that is no byline, prompt or caption of that shape ("Published: …").
std::optional<LabelledValue> LabelledValueOf(absl::string_view text) {
  const std::optional<LabelledValue> found = FindLabelledValue(text);
  if (!found.has_value() || found->leader) return found;
  if (IsBylineText(text) || IsDateLine(text) || IsCaptionText(text) || IsBoilerplateText(text)) return std::nullopt;
  return found;
}

// Whether labelled lines make a table. One alone must give a figure, and not be the first of the document, where a
// title stands; of several, half must be short or give figures.
bool IsTable(const std::vector<LabelledValue>& rows, const std::vector<ParsedBlock>& blocks, size_t first) {
  const auto value = [&](size_t row) {
    return absl::string_view(blocks[first + row].block.text).substr(rows[row].value.begin, rows[row].value.size());
  };
  if (rows.empty()) return false;
  if (rows.size() == 1)
    return rows[0].leader ? rows[0].figure : first > 0 && IsFigure(value(0)) && CountWords(value(0)) <= 6;
  size_t good = 0;
  for (size_t row = 0; row < rows.size(); ++row) good += rows[row].figure || CountWords(value(row)) <= 4 ? 1 : 0;
  return good * 2 >= rows.size();
}

bool IsOpen(const ParsedBlock& parsed) { return !parsed.settled && parsed.block.zone == Zone::kParagraph; }

ParsedBlock PartOf(const ParsedBlock& whole, TextSpan span, Zone zone, bool settled) {
  ParsedBlock part;
  part.block = SubBlock(whole.block, span);
  part.block.zone = zone;
  part.settled = settled;
  part.close = whole.close;
  return part;
}

// Blocks whose lines are all labelled values come apart at their line breaks.
void ExplodeLines(std::vector<ParsedBlock>& blocks) {
  std::vector<ParsedBlock> out;
  out.reserve(blocks.size());
  for (ParsedBlock& parsed : blocks) {
    bool explode = IsOpen(parsed) && !parsed.breaks.empty();
    std::vector<TextSpan> lines;
    size_t begin = 0;
    for (size_t i = 0; explode && i <= parsed.breaks.size(); ++i) {
      const size_t end = i < parsed.breaks.size() ? parsed.breaks[i] : parsed.block.text.size();
      lines.push_back({begin, end});
      explode = FindLabelledValue(absl::string_view(parsed.block.text).substr(begin, end - begin)).has_value();
      begin = end + 1;
    }
    if (!explode) {
      out.push_back(std::move(parsed));
      continue;
    }
    for (TextSpan line : lines) {
      out.push_back(PartOf(parsed, line, Zone::kParagraph, false));
      out.back().close = parsed.close || line.begin > 0;
    }
  }
  blocks = std::move(out);
}

}  // namespace

void SplitLabelledValues(int& tables, std::vector<ParsedBlock>& blocks) {
  ExplodeLines(blocks);
  std::vector<ParsedBlock> out;
  out.reserve(blocks.size());
  for (size_t first = 0; first < blocks.size();) {
    // A run of labelled lines that stand together.
    std::vector<LabelledValue> rows;
    while (first + rows.size() < blocks.size()) {
      const ParsedBlock& parsed = blocks[first + rows.size()];
      if (!IsOpen(parsed) || (!rows.empty() && !parsed.close)) break;
      const std::optional<LabelledValue> found = LabelledValueOf(parsed.block.text);
      if (!found.has_value()) break;
      rows.push_back(*found);
    }
    if (!IsTable(rows, blocks, first)) {
      out.push_back(std::move(blocks[first++]));
      continue;
    }
    std::vector<CellPlace> cells;
    for (size_t row = 0; row < rows.size(); ++row) {
      const ParsedBlock& line = blocks[first + row];
      cells.push_back({out.size(), static_cast<int>(row), 0, 1, true});
      out.push_back(PartOf(line, rows[row].label, Zone::kTableCell, true));
      cells.push_back({out.size(), static_cast<int>(row), 1, 1, false});
      out.push_back(PartOf(line, rows[row].value, Zone::kTableCell, true));
    }
    FrameLabels(cells, tables++, out);
    first += rows.size();
  }
  blocks = std::move(out);
}

namespace {

// The labels of the blocks where the document is a transcript; empty where it is none.
std::vector<std::optional<SpeechLabel>> FindSpeeches(const std::vector<ParsedBlock>& blocks) {
  std::vector<std::optional<SpeechLabel>> labels(blocks.size());
  std::map<std::string, int> counts;
  std::set<absl::string_view> speeches;  // headlines ("Police: …") repeat word for word
  size_t sentences = 0;
  size_t open = 0;
  for (size_t i = 0; i < blocks.size(); ++i) {
    const std::string& text = blocks[i].block.text;
    if (!IsOpen(blocks[i])) continue;
    ++open;
    labels[i] = FindSpeechLabel(text);
    if (!labels[i].has_value()) continue;
    const absl::string_view words = absl::string_view(text).substr(labels[i]->words);
    const bool sentence = EndsLikeSentence(words);
    if (!sentence && (CountWords(words) < 5 || i == 0)) {
      labels[i].reset();
    } else if (speeches.insert(words).second) {
      sentences += sentence ? 1 : 0;
      ++counts[text.substr(labels[i]->name.begin, labels[i]->name.size())];
    }
  }
  const bool repeats = std::any_of(counts.begin(), counts.end(), [](const auto& entry) { return entry.second > 1; });
  const bool questions = counts.contains("Q") && counts.contains("A");
  const bool mostly = sentences >= 3 && sentences * 5 >= speeches.size() * 4 && speeches.size() * 4 >= open;
  if (!questions && !(repeats && mostly && counts.size() >= 2)) labels.clear();
  return labels;
}

}  // namespace

void SplitSpeeches(std::vector<ParsedBlock>& blocks) {
  const std::vector<std::optional<SpeechLabel>> labels = FindSpeeches(blocks);
  if (labels.empty()) return;
  std::vector<ParsedBlock> out;
  std::string speaker;
  for (size_t i = 0; i < blocks.size(); ++i) {
    ParsedBlock& parsed = blocks[i];
    if (labels[i].has_value()) {
      const SpeechLabel& label = *labels[i];
      speaker = parsed.block.text.substr(label.name.begin, label.name.size());
      if (label.label.size() > label.name.size()) out.push_back(PartOf(parsed, label.label, Zone::kByline, true));
      ParsedBlock speech = PartOf(parsed, {label.words, parsed.block.text.size()}, Zone::kParagraph, true);
      speech.block.speaker = speaker;
      out.push_back(std::move(speech));
      continue;
    }
    // A paragraph without a label goes on with the speech before it; stage directions and headings end it.
    const std::string& text = parsed.block.text;
    const bool goes_on = IsOpen(parsed) && !speaker.empty() && parsed.emphasis == Emphasis::kNone && text[0] != '(' &&
                         text[0] != '[' && EndsLikeSentence(text);
    if (goes_on) {
      parsed.block.speaker = speaker;
      parsed.settled = true;
    } else {
      speaker.clear();
    }
    out.push_back(std::move(parsed));
  }
  blocks = std::move(out);
}

void SplitTimeStamps(std::vector<ParsedBlock>& blocks) {
  std::vector<ParsedBlock> out;
  out.reserve(blocks.size());
  for (ParsedBlock& parsed : blocks) {
    const bool entry = IsOpen(parsed) || parsed.block.zone == Zone::kListItem;
    const std::optional<TimeStamp> stamp = entry ? FindTimeStamp(parsed.block.text) : std::nullopt;
    if (!stamp.has_value()) {
      out.push_back(std::move(parsed));
      continue;
    }
    out.push_back(PartOf(parsed, stamp->stamp, Zone::kByline, true));
    if (stamp->words >= parsed.block.text.size()) continue;
    ParsedBlock rest = PartOf(parsed, {stamp->words, parsed.block.text.size()}, parsed.block.zone, false);
    rest.close = false;
    out.push_back(std::move(rest));
  }
  blocks = std::move(out);
}

}  // namespace crosscheck
