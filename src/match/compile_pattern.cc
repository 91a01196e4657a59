#include <algorithm>
#include <set>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "match/compiled_pattern.h"

namespace crosscheck {

namespace {

RE2::Options Options() {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(16 << 20);
  return options;
}

std::unique_ptr<const RE2> CompileRegex(const std::string& text) {
  return std::make_unique<const RE2>(re2::StringPiece(text), Options());
}

// What to write instead of what RE2 has not.
std::string Advice(absl::string_view text) {
  for (absl::string_view mark : {"(?=", "(?!", "(?<=", "(?<!"}) {
    if (absl::StrContains(text, mark)) {
      return "; there is no look-around: put what must not be there under 'unless', and what must into the pattern";
    }
  }
  for (char digit = '1'; digit <= '9'; ++digit) {
    if (absl::StrContains(text, absl::StrCat("\\", absl::string_view(&digit, 1)))) {
      return "; there are no back-references: write the alternatives out, as in (a b|c d)";
    }
  }
  return "";
}

// A raw regular expression with its slots written out: "{money:value}" becomes "(?P<value>[\x{E000}])".
std::string WriteOutSlots(const RuleSet& rules, absl::string_view text, Program& program) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    PatternNode node;
    std::vector<PatternSyntaxError> ignored;
    if (!BeginsSlotInRegex(text, at) || !ParseSlotAt(text, at, node, ignored)) {
      out.push_back(text[at++]);
      continue;
    }
    at = node.span.end;
    BuiltPiece slot = BuildPiece(rules, {node}, program.vocabulary);
    // The piece is "((slot))…": what is wanted is the slot, without its own group.
    const std::string begin = "((";
    const size_t end = slot.regex.find(')', begin.size());
    std::string inner = slot.regex.substr(begin.size(), end - begin.size());
    if (!slot.slots.empty() && slot.slots.front().groups != nullptr) {
      std::vector<std::string> phrases;
      for (const auto& entry : *slot.slots.front().groups) phrases.push_back(RE2::QuoteMeta(entry.first));
      std::sort(phrases.rbegin(), phrases.rend());
      inner = "";
      for (const std::string& phrase : phrases) absl::StrAppend(&inner, inner.empty() ? "" : "|", phrase);
    }
    absl::StrAppend(&out, node.name.empty() ? "(?:" : absl::StrCat("(?P<", node.name, ">"), inner, ")");
  }
  return out;
}

std::vector<Variant> CompileRaw(const RuleSet& rules, const Pattern& pattern, Program& program,
                                std::vector<Diagnostic>& diagnostics) {
  Variant variant;
  std::shared_ptr<const RE2> regex = CompileRegex(WriteOutSlots(rules, pattern.text, program));
  if (!regex->ok()) {
    const size_t at = pattern.text.find(regex->error_arg());
    diagnostics.push_back(
        PatternProblem(rules, pattern, at == std::string::npos ? 0 : at,
                       absl::StrCat("this regular expression is refused: ", regex->error(), Advice(pattern.text))));
    return {};
  }
  variant.groups.resize(static_cast<size_t>(regex->NumberOfCapturingGroups()) + 1);
  std::set<std::string> seen;
  for (const auto& group : regex->CapturingGroupNames()) {
    variant.groups[static_cast<size_t>(group.first)] = group.second;
    if (!seen.insert(group.second).second) {
      diagnostics.push_back(PatternProblem(rules, pattern, pattern.text.rfind(group.second),
                                           absl::StrCat("two groups are called '", group.second, "'")));
      return {};
    }
  }
  variant.raw = std::move(regex);
  return {std::move(variant)};
}

// The piece for a stretch, compiled once for all patterns that have it. kNoAtom where RE2 refuses it.
uint32_t PieceFor(const BuiltPiece& built, Program& program, std::string& error) {
  const auto found = program.piece_by_text.find(built.regex);
  if (found != program.piece_by_text.end()) return found->second;
  const auto index = static_cast<uint32_t>(program.pieces.size());
  program.pieces.emplace_back(built.regex, built.first_any, built.first);
  error = program.pieces.back().Error();
  if (!error.empty()) return kNoAtom;
  program.piece_by_text.emplace(built.regex, index);
  return index;
}

}  // namespace

bool CompileVariant(const RuleSet& rules, const PatternSequence& sequence, Program& program, Variant& variant,
                    std::string& error) {
  PatternSequence stretch;
  PieceUse use;
  const auto finish = [&] {
    BuiltPiece built = BuildPiece(rules, stretch, program.vocabulary);
    use.piece = PieceFor(built, program, error);
    if (use.piece == kNoAtom) return false;
    use.slots = std::move(built.slots);
    variant.clauses.insert(variant.clauses.end(), built.clauses.begin(), built.clauses.end());
    variant.pieces.push_back(std::move(use));
    stretch.clear();
    use = PieceUse();
    return true;
  };
  for (const PatternNode& node : sequence) {
    if (node.kind != PatternNode::Kind::kGap) {
      stretch.push_back(node);
      continue;
    }
    if (!finish()) return false;
    use.min_words = node.min_words;
    use.max_words = node.max_words;
  }
  return finish();
}

const RE2& Piece::regex() const {
  std::call_once(once_, [this] { regex_ = CompileRegex(text_); });
  return *regex_;
}

std::string Piece::Error() const {
  constexpr size_t kSurelyCompiles = 8 << 10;  // far from what 16 MB of program can hold
  return text_.size() <= kSurelyCompiles || regex().ok() ? "" : regex().error();
}

std::vector<Variant> CompilePattern(const RuleSet& rules, const Pattern& pattern, Program& program,
                                    std::vector<Diagnostic>& diagnostics) {
  if (pattern.is_regex) return CompileRaw(rules, pattern, program, diagnostics);
  std::vector<PatternSyntaxError> errors;
  PatternSequence sequence = ResolveReferences(rules, ParsePatternSyntax(pattern.text, errors));
  for (const PatternSyntaxError& error : errors) {
    diagnostics.push_back(PatternProblem(rules, pattern, error.offset, error.message));
  }
  if (!errors.empty()) return {};
  const std::vector<PatternSequence> expanded = ExpandVariants(sequence);
  if (expanded.empty()) {
    diagnostics.push_back(
        PatternProblem(rules, pattern, 0,
                       "too many ways to read this pattern (gaps inside brackets, or parts that may be left out "
                       "beside gaps); split it into several patterns"));
    return {};
  }
  std::vector<Variant> variants;
  for (const PatternSequence& way : expanded) {
    Variant variant;
    std::string error;
    if (!CompileVariant(rules, way, program, variant, error)) {
      diagnostics.push_back(PatternProblem(rules, pattern, 0, absl::StrCat("this pattern is refused: ", error)));
      return {};
    }
    variants.push_back(std::move(variant));
  }
  return variants;
}

}  // namespace crosscheck
