#include "compare/figures.h"

#include <algorithm>
#include <utility>

#include "claim/words.h"

namespace crosscheck {

namespace {

// Where a range's text is cut in two, and where its second part begins; (0, 0) where it cannot be.
std::pair<size_t, size_t> FindCut(absl::string_view text) {
  static constexpr absl::string_view kJoints[] = {" to ", "-to-", " and ", "–", "—", "-", "‑"};
  for (absl::string_view joint : kJoints) {
    const size_t at = text.find(joint, 1);
    if (at != absl::string_view::npos && at + joint.size() < text.size()) return {at, at + joint.size()};
  }
  return {0, 0};
}

class FigureReader {
 public:
  explicit FigureReader(const DocumentAnalysis& document) : document_(document) {}

  std::vector<TextFigure> Run() {
    for (const ValueMention& mention : document_.values) {
      TextFigure figure;
      figure.value = mention.mention.value;
      figure.sentence = mention.sentence;
      figure.first = mention.first;
      figure.last = mention.last;
      figure.span = mention.mention.span;
      figure.mention = &mention;
      if (figure.first >= figure.last) continue;
      ReadAsScore(figure);
      figures_.push_back(figure);
      AddEnds(figure);
    }
    return std::move(figures_);
  }

 private:
  static bool HasEnds(const Value& value) {
    switch (value.kind) {
      case ValueKind::kMoney:
      case ValueKind::kNumber:
      case ValueKind::kPercent:
      case ValueKind::kPoints:
      case ValueKind::kQuantity:
      case ValueKind::kScore:
        return value.low && value.high && (value.low != value.high || value.kind == ValueKind::kScore);
      default:
        return false;
    }
  }

  // "1-1" and "6-7" could be numbers; in the arithmetic of results they are scores, in the order that was written.
  void ReadAsScore(TextFigure& figure) const {
    if (figure.value.kind != ValueKind::kNumber) return;
    const absl::string_view text =
        document_.sentences[figure.sentence].text.substr(figure.span.begin, figure.span.size());
    const size_t cut = text.find_first_not_of("0123456789");
    const size_t next = text.find_first_of("0123456789", cut == absl::string_view::npos ? text.size() : cut);
    if (cut == 0 || next == absl::string_view::npos) return;
    const absl::string_view joint = text.substr(cut, next - cut);
    if (joint != "-" && joint != "–") return;
    const auto left = Exact::Parse(text.substr(0, cut));
    const auto right = Exact::Parse(text.substr(next));
    if (!left || !right || text.size() > 9) return;
    figure.value.kind = ValueKind::kScore;
    figure.value.low = *left;
    figure.value.high = *right;
  }

  void AddEnds(const TextFigure& whole) {
    if (!HasEnds(whole.value)) return;
    const Sentence& sentence = document_.sentences[whole.sentence];
    const absl::string_view text = sentence.text.substr(whole.span.begin, whole.span.size());
    auto [cut, next] = FindCut(text);
    if (cut == 0 && whole.value.kind == ValueKind::kScore) {
      // "212 votes for and 187": the first word and the last.
      cut = std::min(text.find_first_of(" ,;"), text.size());
      next = text.rfind(' ') + 1;
    }
    if (cut == 0 || next <= cut) return;
    Exact left = *whole.value.low;
    Exact right = *whole.value.high;
    if (whole.value.kind != ValueKind::kScore) {
      // The unit and the scale stand with the second end as a rule, so it says which of the two it is.
      const std::vector<Mention> second = ReadMentions(text.substr(next), {});
      if (second.size() == 1 && second.front().value.low == left) std::swap(left, right);
    }
    figures_.back().has_ends = true;
    AddEnd(whole, left, {whole.span.begin, whole.span.begin + cut});
    AddEnd(whole, right, {whole.span.begin + next, whole.span.end});
  }

  void AddEnd(const TextFigure& whole, const Exact& number, TextSpan span) {
    TextFigure end = whole;
    end.is_end = true;
    end.span = span;
    std::tie(end.first, end.last) = WordsIn(document_.sentences[whole.sentence], span);
    if (end.first >= end.last) return;
    end.value.low = end.value.high = number;
    if (end.value.kind == ValueKind::kScore) {
      end.value.kind = ValueKind::kNumber;
      end.value.step = Exact(1);
    }
    figures_.push_back(std::move(end));
  }

  const DocumentAnalysis& document_;
  std::vector<TextFigure> figures_;
};

}  // namespace

std::vector<TextFigure> FiguresOf(const DocumentAnalysis& document) { return FigureReader(document).Run(); }

}  // namespace crosscheck
