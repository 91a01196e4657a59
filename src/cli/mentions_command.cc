#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/inputs.h"
#include "cli/line_command.h"
#include "cli/values_commands.h"
#include "report/printable.h"
#include "report/value_bounds.h"
#include "value/mention.h"

namespace crosscheck {

namespace {

struct MentionsOptions {
  std::vector<std::string> paths;
  LineCommand lines;
};

void AppendMention(const Document& document, absl::string_view path, const Block& block, size_t offset,
                   const Mention& mention, std::string& out) {
  const TextSpan in_block{offset + mention.span.begin, offset + mention.span.end};
  const Value& value = mention.value;
  const std::string low = BoundText(value.kind, value.low);
  const std::string high = value.low == value.high ? low : BoundText(value.kind, value.high);
  absl::StrAppend(&out, path, document.AfterPath(block.ToDocument(in_block).begin), "  ", ValueKindName(value.kind),
                  "  ", low);
  if (low != high) absl::StrAppend(&out, "..", high);
  absl::StrAppend(&out, value.unit.empty() ? "" : " ", value.unit, "  ", ModifierName(value.modifier), "  ",
                  Printable(absl::string_view(block.text).substr(in_block.begin, in_block.size())), "\n");
}

// The mentions of one document; written as they come, so that a long one is never held.
void PrintDocument(const DocumentEntry& entry, std::ostream& out) {
  constexpr size_t kBuffered = 1 << 16;
  const std::string path = Printable(entry.info.path);
  ReadOptions options;
  options.document_day = entry.info.published;
  std::string lines;
  for (const Segment& segment : entry.document->segments()) {
    const Block& block = entry.document->blocks()[segment.block];
    if (block.zone == Zone::kBoilerplate) continue;
    for (const Mention& mention : ReadMentions(entry.document->SegmentText(segment), options)) {
      AppendMention(*entry.document, path, block, segment.span.begin, mention, lines);
    }
    if (lines.size() < kBuffered) continue;
    out << lines;
    lines.clear();
  }
  out << lines;
}

int PrintMentions(const MentionsOptions& options, const CliStreams& streams) {
  InputOptions input_options;
  input_options.paths = options.paths;
  const Inputs inputs = ReadInputs(input_options, streams.err);
  for (const DocumentEntry& entry : inputs.documents) {
    if (entry.document.has_value()) PrintDocument(entry, streams.out);
  }
  return inputs.exit_code;
}

}  // namespace

void AddMentionsCommand(CLI::App& app, CommandContext& context) {
  CLI::App* command = app.add_subcommand("mentions", "List the values that documents mention");
  const auto options = std::make_shared<MentionsOptions>();
  command->add_option("PATH", options->paths, "Documents, folders, or a dossier.yaml");
  options->lines.Declare(*command, "a text");
  command->callback([options, &context] {
    context.run = [options, &context] {
      if (options->paths.empty() == options->lines.file.empty()) {
        context.streams.err << "crosscheck: error: mentions takes either PATH or --jsonl\n";
        return kExitUsage;
      }
      return options->lines.file.empty() ? PrintMentions(*options, context.streams)
                                         : options->lines.Run(AnswerMentionsLine, context.streams);
    };
  });
}

}  // namespace crosscheck
