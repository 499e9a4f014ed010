// SPDX-License-Identifier: EUPL-1.2
// Datasets, refusals, runs and jobs as rows with help for each field.
#pragma once

#include "commons/datasets/datasets.hpp"
#include "commons/runs/runs.hpp"
#include "platform/job/job.hpp"
#include "platform/web/view.hpp"

#include <string>

namespace wf::sources {

struct DatasetRow {
    std::string id;
    std::string title;
    std::string source;
    std::string source_url;
    std::string licence;
    std::string attribution;
    std::string period;
    std::string kind;
    std::string note;
    std::string state;
    std::string imported_at;
    std::string importer;
    std::string options;
    std::string file_name;
    std::string checksum;
    std::string code_version;
    std::int64_t read{0};
    std::int64_t kept{0};
    std::int64_t refused{0};
};

template <class V>
void fields(V& v, DatasetRow const& x)
{
    v("id", x.id, "Nummer van de dataset", "Id of the dataset");
    v("title", x.title, "Titel", "Title");
    v("source", x.source, "Wie de gegevens uitgeeft", "Who publishes the data");
    v("source_url", x.source_url, "Adres van de bron", "Address of the source");
    v("licence", x.licence, "Licentie", "Licence");
    v("attribution", x.attribution, "Bronvermelding die de licentie vraagt", "Attribution that the licence asks for");
    v("period", x.period, "Jaar of jaren waar de gegevens over gaan", "Year or years that the data are about");
    v("kind", x.kind, "Geteld (counted), geschat (estimated) of gemodelleerd (modelled)",
      "Counted, estimated or modelled");
    v("note", x.note, "Wat een lezer moet weten", "What a reader must know");
    v("state", x.state, "published: in gebruik; superseded: vervangen door een nieuwere",
      "published: in use; superseded: replaced by a newer one");
    v("imported_at", x.imported_at, "Wanneer ingelezen (UTC)", "When imported (UTC)");
    v("importer", x.importer, "Programmadeel dat het inlas", "Importer that read it");
    v("options", x.options, "Keuzes bij het inlezen, als JSON", "Options of the import, as JSON");
    v("file_name", x.file_name, "Naam van het bestand", "Name of the file");
    v("checksum", x.checksum, "SHA-256 van het bestand", "SHA-256 of the file");
    v("code_version", x.code_version, "Versie van Weefsel die het inlas", "Version of Weefsel that read it");
    v("read", x.read, "Aantal regels dat gelezen is", "Number of rows read");
    v("kept", x.kept, "Aantal regels dat bewaard is", "Number of rows kept");
    v("refused", x.refused, "Aantal regels dat geweigerd is", "Number of rows refused");
}

[[nodiscard]] DatasetRow make_row(datasets::Dataset const& dataset);

struct RefusalRow {
    std::int64_t line{0};
    std::string code;
    std::string detail;
};

template <class V>
void fields(V& v, RefusalRow const& x)
{
    v("line", x.line, "Regel in het bestand", "Line in the file");
    v("code", x.code, "Code van de reden", "Code of the reason");
    v("detail", x.detail, "Wat er stond en wat u kunt doen", "What stood there and what you can do");
}

struct RunRow {
    std::string id;
    std::string kind;
    std::string subject;
    std::string method;
    std::string method_version;
    std::string code_version;
    std::string created_at;
    bool current{false};
    std::string settings;
    std::string answer;
    std::string basis;
};

template <class V>
void fields(V& v, RunRow const& x)
{
    v("id", x.id, "Nummer van de berekening", "Id of the run");
    v("kind", x.kind, "Soort berekening", "Kind of run");
    v("subject", x.subject, "Waar de berekening over gaat", "What the run is about");
    v("method", x.method, "Rekenmethode: docs/methods/<method>.md", "Method: docs/methods/<method>.md");
    v("method_version", x.method_version, "Versie van de methode", "Version of the method");
    v("code_version", x.code_version, "Versie van Weefsel die rekende", "Version of Weefsel that computed it");
    v("created_at", x.created_at, "Wanneer berekend (UTC)", "When computed (UTC)");
    v("current", x.current, "Is dit de nieuwste van deze soort over dit onderwerp?",
      "Is this the newest of its kind about this subject?");
    v("settings", x.settings, "Instellingen, als JSON", "Settings, as JSON");
    v("answer", x.answer, "Antwoord, of de tabel die het bevat, als JSON",
      "Answer, or the table that holds it, as JSON");
    v("basis", x.basis, "Waar het antwoord op rust: aantallen, wat ontbreekt, als JSON",
      "What the answer rests on: counts, what is missing, as JSON");
}

[[nodiscard]] RunRow make_row(runs::Run const& run);

struct InputRow {
    std::string input;
    std::string kind;
    std::string title;
};

template <class V>
void fields(V& v, InputRow const& x)
{
    v("input", x.input, "Nummer van de dataset of berekening die gebruikt is",
      "Id of the dataset or run that was used");
    v("kind", x.kind, "dataset of run", "dataset or run");
    v("title", x.title, "Titel of soort", "Title or kind");
}

struct JobRow {
    std::string id;
    std::string kind;
    std::string state;
    std::int64_t done{0};
    std::int64_t total{0};
    std::string stage;
    std::string outcome;
};

template <class V>
void fields(V& v, JobRow const& x)
{
    v("id", x.id, "Nummer van de taak", "Id of the job");
    v("kind", x.kind, "Soort taak", "Kind of job");
    v("state", x.state, "waiting, running, done, failed, cancelled of interrupted",
      "waiting, running, done, failed, cancelled or interrupted");
    v("done", x.done, "Hoever de taak is", "How far the job is");
    v("total", x.total, "Waar de taak naartoe telt", "What the job counts towards");
    v("stage", x.stage, "Wat er nu gebeurt", "What is happening now");
    v("outcome", x.outcome, "Wat het opleverde, of de fout", "What it left, or the error");
}

} // namespace wf::sources
