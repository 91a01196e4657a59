#include <algorithm>

#include "match/compiled_pattern.h"

namespace crosscheck {

namespace {

using Kind = PatternNode::Kind;
constexpr size_t kMaxVariants = 64;
constexpr int kMaxDepth = 24;

bool HasGap(const PatternNode& node) {
  if (node.kind == Kind::kGap) return true;
  for (const PatternSequence& alternative : node.alternatives) {
    if (std::any_of(alternative.begin(), alternative.end(), HasGap)) return true;
  }
  return false;
}

void Inflect(PatternSequence& sequence) {
  for (PatternNode& node : sequence) {
    if (node.kind != Kind::kGap) node.inflected = true;
    for (PatternSequence& alternative : node.alternatives) Inflect(alternative);
  }
}

// Every combination of one option for each part, in order: the first options first.
std::vector<PatternSequence> Combine(const std::vector<std::vector<PatternSequence>>& parts) {
  std::vector<PatternSequence> out = {{}};
  for (const std::vector<PatternSequence>& options : parts) {
    std::vector<PatternSequence> longer;
    for (const PatternSequence& begun : out) {
      for (const PatternSequence& option : options) {
        longer.push_back(begun);
        longer.back().insert(longer.back().end(), option.begin(), option.end());
      }
    }
    if (longer.size() > kMaxVariants) return {};
    out = std::move(longer);
  }
  return out;
}

std::vector<PatternSequence> PullUpGaps(const PatternSequence& sequence) {
  std::vector<std::vector<PatternSequence>> parts;
  for (const PatternNode& node : sequence) {
    std::vector<PatternSequence> options;
    if (node.kind == Kind::kGroup && HasGap(node)) {
      for (const PatternSequence& alternative : node.alternatives) {
        for (PatternSequence& expanded : PullUpGaps(alternative)) {
          if (!expanded.empty()) expanded.front().glued = node.glued;
          options.push_back(std::move(expanded));
        }
      }
      if (node.optional) options.emplace_back();
    } else {
      options.push_back({node});
    }
    parts.push_back(std::move(options));
  }
  return Combine(parts);
}

// Splits at gaps; the gaps stand at the odd places.
std::vector<PatternSequence> SplitAtGaps(const PatternSequence& sequence) {
  std::vector<PatternSequence> out = {{}};
  for (const PatternNode& node : sequence) {
    if (node.kind == Kind::kGap) {
      out.push_back({node});
      out.emplace_back();
    } else {
      out.back().push_back(node);
    }
  }
  return out;
}

// A stretch that can be left out is in or out; where it is in, one of its parts must be there.
std::vector<PatternSequence> StretchOptions(const PatternSequence& stretch) {
  if (stretch.empty() ||
      !std::all_of(stretch.begin(), stretch.end(), [](const PatternNode& n) { return n.optional; })) {
    return {stretch};
  }
  std::vector<PatternSequence> options;
  for (size_t i = 0; i < stretch.size(); ++i) {
    PatternSequence option(stretch.begin() + static_cast<std::ptrdiff_t>(i), stretch.end());
    option.front().optional = false;
    options.push_back(std::move(option));
  }
  options.emplace_back();
  return options;
}

void TidyGaps(PatternSequence& sequence) {
  PatternSequence out;
  for (PatternNode& node : sequence) {
    if (node.kind == Kind::kGap) {
      if (out.empty()) continue;
      if (out.back().kind == Kind::kGap) {
        out.back().min_words += node.min_words;
        out.back().max_words = std::min(kMaxGapWords, out.back().max_words + node.max_words);
        continue;
      }
    }
    out.push_back(std::move(node));
  }
  while (!out.empty() && out.back().kind == Kind::kGap) out.pop_back();
  sequence = std::move(out);
}

}  // namespace

PatternSequence ResolveReferences(const RuleSet& rules, PatternSequence sequence, int depth) {
  if (depth > kMaxDepth) return {};  // a cycle, which the loader reports
  for (PatternNode& node : sequence) {
    for (PatternSequence& alternative : node.alternatives) {
      alternative = ResolveReferences(rules, std::move(alternative), depth + 1);
    }
    if (node.kind == Kind::kSlot && node.source == "pattern") {
      node.kind = Kind::kGroup;
      for (const std::string& name : node.types) {
        const auto found = rules.patterns.find(name);
        if (found == rules.patterns.end()) continue;
        std::vector<PatternSyntaxError> ignored;  // the loader reports them where the pattern stands
        PatternSequence inner = ParsePatternSyntax(found->second.text, ignored);
        if (ignored.empty()) node.alternatives.push_back(ResolveReferences(rules, std::move(inner), depth + 1));
      }
    }
    if (node.kind == Kind::kGroup && node.inflected) {
      for (PatternSequence& alternative : node.alternatives) Inflect(alternative);
    }
  }
  return sequence;
}

std::vector<PatternSequence> ExpandVariants(const PatternSequence& sequence) {
  std::vector<PatternSequence> out;
  for (const PatternSequence& pulled : PullUpGaps(sequence)) {
    std::vector<std::vector<PatternSequence>> parts;
    for (const PatternSequence& stretch : SplitAtGaps(pulled)) {
      parts.push_back(stretch.size() == 1 && stretch.front().kind == Kind::kGap ? std::vector<PatternSequence>{stretch}
                                                                                : StretchOptions(stretch));
    }
    std::vector<PatternSequence> variants = Combine(parts);
    if (variants.empty() || out.size() + variants.size() > kMaxVariants) return {};
    for (PatternSequence& variant : variants) {
      TidyGaps(variant);
      if (!variant.empty()) out.push_back(std::move(variant));
    }
  }
  return out;
}

}  // namespace crosscheck
