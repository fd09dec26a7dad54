// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "app/dialogs/LayerChoice.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QRadioButton;
class QTableWidget;

namespace app {

/// What the user says about one layer to be added, with a look at its first rows. GUI thread.
class LayerChoiceForm : public QWidget {
    Q_OBJECT
public:
    explicit LayerChoiceForm(QWidget* parent = nullptr);
    /// Shows a choice; edits come back by edited().
    void show(const LayerChoice& choice);
    /// Takes over what is in the fields.
    void applyTo(LayerChoice& choice) const;

Q_SIGNALS:
    void edited();
    /// Another encoding: the rows have to be read again.
    void encodingChosen(const std::string& encoding);

private:
    void addFields(QFormLayout& form);
    void showControlFields();
    void showEncoding(const LayerChoice& choice);
    void showCrs(const LayerChoice& choice);
    void showRows(const LayerChoice& choice);
    void showOnlyWhatFits(const LayerChoice& choice);
    void fillFields(QComboBox& combo, const gis::Schema& schema, const std::string& chosen);

    QLineEdit* m_name;
    QComboBox* m_role;
    QComboBox* m_control;
    QComboBox* m_rule;
    QComboBox* m_nameField;
    QComboBox* m_idField;
    QComboBox* m_encoding;
    QLabel* m_encodingReason;
    QLabel* m_encodingSamples;
    QLineEdit* m_crs;
    QLabel* m_crsReason;
    QRadioButton* m_copy;
    QRadioButton* m_link;
    QTableWidget* m_rows;
    QLabel* m_rowsNote;
    QFormLayout* m_form;
    bool m_showing = false;
};

}  // namespace app
