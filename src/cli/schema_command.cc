#include <memory>
#include <ostream>
#include <string>

#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/standard_rules.h"
#include "report/rule_schema.h"

namespace crosscheck {

void AddSchemaCommand(CLI::App& app, CommandContext& context) {
  struct Row {
    const char* name;
    const char* help;
    std::string (*schema)();
  };
  static constexpr Row kRows[] = {
      {"rules", "Of rule files", RuleSchema},
      {"dossier", "Of dossier.yaml", DossierSchema},
      {"config", "Of .crosscheck.yaml", ConfigSchema},
      {"baseline", "Of the file of known findings", BaselineSchema},
      {"waivers", "Of crosscheck-waivers.yaml", WaiverSchema},
      {"reviews", "Of crosscheck-reviews.yaml", ReviewSchema},
      {"report", "Of what `check --format json` writes", ReportSchema},
  };
  CLI::App* schema = app.add_subcommand(
      "schema",
      "Print the JSON Schema of rule files, dossiers, the configuration, baselines, waivers, reviews or reports");
  schema->require_subcommand(1);
  for (const Row& row : kRows) {
    CLI::App* part = schema->add_subcommand(row.name, row.help);
    part->callback([&context, &row] {
      context.run = [&context, &row] {
        context.streams.out << row.schema();
        return kExitClean;
      };
    });
  }
}

}  // namespace crosscheck
