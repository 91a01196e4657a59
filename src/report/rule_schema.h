#ifndef CROSSCHECK_REPORT_RULE_SCHEMA_H_
#define CROSSCHECK_REPORT_RULE_SCHEMA_H_

#include <string>

namespace crosscheck {

// JSON Schemas (draft 7, which editors know) of rule files, of dossier.yaml and of the files of the gate, made of the
// same tables that the loader reads files by. A file that a schema refuses the loader refuses too; the loader knows
// more.
std::string RuleSchema();
std::string DossierSchema();
std::string ConfigSchema();
std::string BaselineSchema();
std::string WaiverSchema();
std::string ReviewSchema();

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORT_RULE_SCHEMA_H_
