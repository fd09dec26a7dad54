// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "gis/base/Control.h"
#include "layers/document/DocumentReader.h"
#include "layers/policy/ClauseCorrection.h"
#include "layers/policy/Gazetteer.h"
#include "layers/policy/PolicyCorpus.h"

namespace layers {

/// A file as a document with clauses.
struct ReadDocument {
    PolicyDocument document;
    gis::Warnings warnings;     ///< damaged bytes, gaps in the numbering …
    std::string kind;           ///< "txt", "docx" …, see DocumentText
    std::string encodingBasis;  ///< how the encoding was decided: "asked", "mark", "declared", "content", "format"
};

/// Reads a document of any of the documentEndings, see readDocumentText and parseDocument. Other endings are
/// UnsupportedFormat. The document's id is `documentId`; clause ids begin with it unless it is empty.
gis::Result<ReadDocument> readDocument(const std::string& path, const std::string& encoding = {},
                                       const std::string& documentId = {}, const gis::JobControl& control = {},
                                       const ReaderOptions& options = {});

/// A warning of a clause or document ("number_gap: (五) (八)", "by_hand", "not_in_text") in words for people.
gis::Message clauseNotice(const std::string& warning);

/// The document of the corpus that this one is a copy of: the same 发文字号 or title; else most
/// headings in common, where one title stands in the other or on the first page, or the copy has none. Empty if none.
std::string matchingDocument(const PolicyCorpus& corpus, const PolicyDocument& document);

/// The shipped index filled with the user's text: text, offsets, hash and encoding of `imported`; ids, headings,
/// summaries, places (and so all links) of `shipped`. Clauses match by number and heading; by heading alone where
/// numbers differ (warning "number_differs"). Clauses of the index that the copy lacks keep their entry with the
/// warning "not_in_text"; those of the copy that the index lacks follow behind with "not_in_index". Pure.
PolicyDocument mergeImported(const PolicyDocument& shipped, const PolicyDocument& imported);

/// Reads a user's file for a corpus: the document that it is a copy of, in the corpus or in the shipped index, filled
/// with its text; else a new document whose id is the file's name. Clauses get the places they mention. `corpus.with(document.id, …)` takes it up.
/// Corrections by hand that are kept for the document are made on what the parser reads, before it is paired with what
/// is held: so both have the same clauses; one that finds no place is told in the warnings.
gis::Result<ReadDocument> importDocument(const PolicyCorpus& corpus, const Gazetteer& gazetteer,
                                         const std::string& path, const std::string& encoding = {},
                                         const gis::JobControl& control = {}, const ReaderOptions& options = {},
                                         const KeptCorrections& corrections = {});

/// Reads a user's file in the place of a document that is held, whatever its title: as one whose encoding was wrong, or
/// another issue of it. Clauses keep their ids where number and place do; what the held text had and this has not is
/// gone. Corrections as in importDocument.
gis::Result<ReadDocument> importInPlaceOf(const std::string& documentId, const Gazetteer& gazetteer,
                                          const std::string& path, const std::string& encoding = {},
                                          const gis::JobControl& control = {}, const ReaderOptions& options = {},
                                          const KeptCorrections& corrections = {});

/// How alike two headings are, 0 to 1: shared pairs of neighbouring characters (Dice), spaces and marks left out.
double headingSimilarity(const std::string& a, const std::string& b);

}  // namespace layers
