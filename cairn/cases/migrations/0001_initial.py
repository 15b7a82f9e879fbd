import cairn.cases.models.case
import cairn.kernel.key
import django.db.models.deletion
import django.db.models.manager
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('partnership', '0003_links_and_evidence'),
    ]

    operations = [
        migrations.CreateModel(
            name='Case',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(default=cairn.kernel.key.draw_key, editable=False, max_length=32, unique=True)),
                ('reference', models.CharField(default=cairn.cases.models.case.draw_reference, editable=False, max_length=12, unique=True)),
                ('kind', models.CharField(choices=[('serious_incident', 'Serious incident'), ('concern', 'Concern that is not a serious incident'), ('looked_after_death', 'Death of a looked-after child'), ('care_leaver_death', 'Death of a care leaver up to 24'), ('other_area', "Another area's case, to which we contribute")], max_length=30)),
                ('label', models.CharField(max_length=60)),
                ('told_by', models.CharField(max_length=200)),
                ('opened_at', models.DateTimeField()),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('closed_reason', models.TextField(blank=True)),
                ('closed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('opened_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-opened_at', '-id'),
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['serious_incident', 'concern', 'looked_after_death', 'care_leaver_death', 'other_area'])), name='case_kind_is_known', violation_error_message='Choose the kind of case from the list.'), models.CheckConstraint(condition=models.Q(models.Q(('label', ''), _negated=True), models.Q(('told_by', ''), _negated=True)), name='case_has_a_label_and_a_source', violation_error_message='A case needs a label, and who told the partnership.'), models.CheckConstraint(condition=models.Q(models.Q(('closed_at__isnull', True), ('closed_by__isnull', True), ('closed_reason', '')), models.Q(('closed_at__isnull', False), ('closed_by__isnull', False), models.Q(('closed_reason', ''), _negated=True)), _connector='OR'), name='case_closing_is_whole', violation_error_message='A closed case says when, by whom and why.')],
            },
            managers=[
                ('unscoped', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='AgencyInvolved',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(default=cairn.kernel.key.draw_key, editable=False, max_length=32, unique=True)),
                ('mode', models.CharField(choices=[('on_panel', 'On the panel'), ('linked', 'Linked through a seat of another agency'), ('information_only', 'Gives information only'), ('none', 'No involvement'), ('not_settled', 'Not settled yet')], max_length=20)),
                ('contact_name', models.CharField(blank=True, max_length=120)),
                ('contact_address', models.EmailField(blank=True, max_length=254)),
                ('starts_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField(blank=True, null=True)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnership.agency')),
                ('linked_through', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnership.seat')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
            ],
            options={
                'ordering': ('agency__name', 'starts_at'),
                'constraints': [models.CheckConstraint(condition=models.Q(('mode__in', ['on_panel', 'linked', 'information_only', 'none', 'not_settled'])), name='agency_mode_is_known', violation_error_message='Choose how the agency takes part.'), models.CheckConstraint(condition=models.Q(models.Q(('linked_through__isnull', False), ('mode', 'linked')), models.Q(models.Q(('mode', 'linked'), _negated=True), ('linked_through__isnull', True)), _connector='OR'), name='agency_linked_names_the_seat', violation_error_message='A linked agency names the seat through which it is linked, and no other does.'), models.CheckConstraint(condition=models.Q(('ends_at__isnull', True), ('ends_at__gte', models.F('starts_at')), _connector='OR'), name='agency_involvement_ends_after_it_starts', violation_error_message='Involvement cannot end before it starts.'), models.UniqueConstraint(condition=models.Q(('ends_at__isnull', True)), fields=('case', 'agency'), name='agency_takes_part_in_one_way_at_a_time', violation_error_message='The agency already takes part in this case.')],
            },
            managers=[
                ('unscoped', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='AccessGiven',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(default=cairn.kernel.key.draw_key, editable=False, max_length=32, unique=True)),
                ('role', models.CharField(blank=True, choices=[('business_manager', 'Business manager'), ('business_officer', 'Business officer'), ('subgroup_chair', 'Subgroup chair'), ('safeguarding_partner', 'Delegated safeguarding partner'), ('scrutineer', 'Independent scrutineer'), ('subgroup_member', 'Subgroup member'), ('panel_member', 'Review panel member'), ('linked_member', 'Linked panel member'), ('briefed_deputy', 'Briefed deputy'), ('reviewer', 'Independent reviewer'), ('agency_author', 'Agency author'), ('agency_sign_off', 'Agency sign-off manager'), ('legal_adviser', 'Legal adviser'), ('communications_lead', 'Communications lead')], max_length=40)),
                ('standing_rule', models.CharField(blank=True, max_length=40)),
                ('reason', models.CharField(max_length=300)),
                ('starts_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField(blank=True, null=True)),
                ('end_reason', models.CharField(blank=True, max_length=300)),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('given_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('seat', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnership.seat')),
                ('user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
            ],
            options={
                'ordering': ('starts_at', 'id'),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('role', ''), ('seat__isnull', False), ('standing_rule', ''), ('user__isnull', True)), models.Q(('seat__isnull', True), ('standing_rule', ''), ('user__isnull', False), models.Q(('role', ''), _negated=True)), models.Q(('seat__isnull', True), ('user__isnull', True), models.Q(('role', ''), _negated=True), models.Q(('standing_rule', ''), _negated=True)), _connector='OR'), name='access_is_given_to_a_seat_or_a_person_or_by_rule', violation_error_message='Access is given to a seat, to a person in a role, or by a standing rule.'), models.CheckConstraint(condition=models.Q(('role__in', ['', 'business_manager', 'business_officer', 'subgroup_chair', 'safeguarding_partner', 'scrutineer', 'subgroup_member', 'panel_member', 'linked_member', 'briefed_deputy', 'reviewer', 'agency_author', 'agency_sign_off', 'legal_adviser', 'communications_lead'])), name='access_role_may_read_cases', violation_error_message='This role reads no case.'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='access_has_a_reason', violation_error_message='Say why access is given.'), models.CheckConstraint(condition=models.Q(('ends_at__isnull', True), ('ends_at__gte', models.F('starts_at')), _connector='OR'), name='access_ends_after_it_starts', violation_error_message='Access cannot end before it starts.'), models.CheckConstraint(condition=models.Q(models.Q(('end_reason', ''), ('ended_by__isnull', True)), models.Q(('ended_by__isnull', False), ('ends_at__isnull', False), models.Q(('end_reason', ''), _negated=True)), _connector='OR'), name='access_ended_early_says_by_whom_and_why', violation_error_message='Access that somebody ended says who, when and why.')],
            },
            managers=[
                ('unscoped', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='Clock',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(default=cairn.kernel.key.draw_key, editable=False, max_length=32, unique=True)),
                ('duty', models.CharField(max_length=60)),
                ('edition', models.CharField(max_length=20)),
                ('edition_fingerprint', models.CharField(max_length=64)),
                ('holidays_version', models.CharField(max_length=80)),
                ('trigger_name', models.CharField(max_length=60)),
                ('trigger_on', models.DateField()),
                ('trigger_source', models.CharField(max_length=200)),
                ('counts_back', models.BooleanField(default=False)),
                ('kept_up', models.BooleanField(default=False)),
                ('picked_on', models.DateField(blank=True, null=True)),
                ('correction', models.CharField(blank=True, max_length=300)),
                ('recorded_at', models.DateTimeField()),
                ('due_on', models.DateField()),
                ('met_on', models.DateField(blank=True, null=True)),
                ('met_recorded_at', models.DateTimeField(blank=True, null=True)),
                ('evidence', models.TextField(blank=True)),
                ('late_reason', models.TextField(blank=True)),
                ('late_told', models.CharField(blank=True, max_length=300)),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('finding', models.TextField(blank=True)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('met_recorded_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('superseded_by', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='supersedes', to='cases.clock')),
            ],
            options={
                'ordering': ('due_on', 'id'),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('met_on__isnull', True), ('met_recorded_at__isnull', True), ('met_recorded_by__isnull', True), ('evidence', ''), ('late_reason', ''), ('late_told', '')), models.Q(('met_on__isnull', False), ('met_recorded_at__isnull', False), ('met_recorded_by__isnull', False), models.Q(('evidence', ''), _negated=True)), _connector='OR'), name='clock_met_is_whole', violation_error_message='A clock that is met says when, who recorded it and on what evidence.'), models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', True), ('ended_by__isnull', True), ('ended_on__isnull', True), ('finding', '')), models.Q(('ended_at__isnull', False), ('ended_by__isnull', False), ('ended_on__isnull', False), models.Q(('finding', ''), _negated=True)), _connector='OR'), name='clock_ended_is_whole', violation_error_message='What is no longer owed names the finding that ended it.'), models.CheckConstraint(condition=models.Q(('met_on__isnull', True), ('ended_on__isnull', True), _connector='OR'), name='clock_is_met_or_ended', violation_error_message='A clock is met or no longer owed, not both.'), models.CheckConstraint(condition=models.Q(('kept_up', True), ('met_on__isnull', True), ('met_on__lte', models.F('due_on')), models.Q(models.Q(('late_reason', ''), _negated=True), models.Q(('late_told', ''), _negated=True)), _connector='OR'), name='clock_met_late_says_why_and_who_was_told', violation_error_message='What is late says why, and who was told.'), models.CheckConstraint(condition=models.Q(('counts_back', True), ('met_on__isnull', True), ('met_on__gte', models.F('trigger_on')), _connector='OR'), name='clock_is_not_met_before_its_trigger', violation_error_message='A clock cannot be met before what started it.'), models.CheckConstraint(condition=models.Q(('kept_up', False), ('met_on__isnull', True), ('met_on__gte', models.F('due_on')), _connector='OR'), name='clock_kept_up_lasts_until_the_due_day', violation_error_message='This has to be kept up until the day shown.'), models.CheckConstraint(condition=models.Q(('trigger_source', ''), _negated=True), name='clock_trigger_has_a_source', violation_error_message='Say where the date comes from.')],
            },
            managers=[
                ('unscoped', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='Conflict',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(default=cairn.kernel.key.draw_key, editable=False, max_length=32, unique=True)),
                ('nature', models.TextField()),
                ('declared_at', models.DateTimeField()),
                ('first_lift_at', models.DateTimeField(blank=True, null=True)),
                ('first_lift_reason', models.TextField(blank=True)),
                ('second_lift_at', models.DateTimeField(blank=True, null=True)),
                ('second_lift_reason', models.TextField(blank=True)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                ('declared_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('first_lift_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('second_lift_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('declared_at', 'id'),
                'constraints': [models.CheckConstraint(condition=models.Q(('nature', ''), _negated=True), name='conflict_says_its_nature', violation_error_message='Say what the conflict is.'), models.CheckConstraint(condition=models.Q(models.Q(('first_lift_at__isnull', True), ('first_lift_by__isnull', True), ('first_lift_reason', '')), models.Q(('first_lift_at__isnull', False), ('first_lift_by__isnull', False), models.Q(('first_lift_reason', ''), _negated=True)), _connector='OR'), name='conflict_first_lift_is_whole', violation_error_message='An agreement to lift says who, when and why.'), models.CheckConstraint(condition=models.Q(models.Q(('second_lift_at__isnull', True), ('second_lift_by__isnull', True), ('second_lift_reason', '')), models.Q(('first_lift_by__isnull', False), ('second_lift_at__isnull', False), ('second_lift_by__isnull', False), models.Q(('second_lift_reason', ''), _negated=True)), _connector='OR'), name='conflict_second_lift_follows_a_first', violation_error_message='A conflict is lifted when a second person agrees with a first.'), models.CheckConstraint(condition=models.Q(('second_lift_by__isnull', True), models.Q(('second_lift_by', models.F('first_lift_by')), _negated=True), _connector='OR'), name='conflict_is_lifted_by_two_people', violation_error_message='Two different people lift a conflict.'), models.CheckConstraint(condition=models.Q(models.Q(('first_lift_by__isnull', True), models.Q(('first_lift_by', models.F('user')), _negated=True), _connector='OR'), models.Q(('second_lift_by__isnull', True), models.Q(('second_lift_by', models.F('user')), _negated=True), _connector='OR')), name='conflict_is_not_lifted_by_oneself', violation_error_message='Nobody lifts a conflict of her own.'), models.UniqueConstraint(condition=models.Q(('second_lift_at__isnull', True)), fields=('case', 'user'), name='conflict_stands_once_for_a_person', violation_error_message='This conflict is already declared.')],
            },
            managers=[
                ('unscoped', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='Duty',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(default=cairn.kernel.key.draw_key, editable=False, max_length=32, unique=True)),
                ('what', models.CharField(max_length=200)),
                ('strength', models.CharField(choices=[('must', 'Must'), ('should', 'Should'), ('local', 'Local step')], max_length=10)),
                ('reference', models.CharField(blank=True, max_length=200)),
                ('set_at', models.DateTimeField()),
                ('due_on', models.DateField(blank=True, null=True)),
                ('done_on', models.DateField(blank=True, null=True)),
                ('recorded_at', models.DateTimeField(blank=True, null=True)),
                ('late_reason', models.TextField(blank=True)),
                ('waived_on', models.DateField(blank=True, null=True)),
                ('waived_reason', models.TextField(blank=True)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                ('done_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('owed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnership.seat')),
                ('set_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('waived_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': (models.OrderBy(models.F('due_on'), nulls_last=True), 'id'),
                'constraints': [models.CheckConstraint(condition=models.Q(('what', ''), _negated=True), name='duty_says_what', violation_error_message='Say what is owed.'), models.CheckConstraint(condition=models.Q(('strength__in', ['must', 'should', 'local'])), name='duty_strength_is_known', violation_error_message='Say whether it must or should be done, or is a local step.'), models.CheckConstraint(condition=models.Q(models.Q(('done_by__isnull', True), ('done_on__isnull', True), ('late_reason', ''), ('recorded_at__isnull', True)), models.Q(('done_by__isnull', False), ('done_on__isnull', False), ('recorded_at__isnull', False)), _connector='OR'), name='duty_done_is_whole', violation_error_message='What is done says when, by whom and when it was recorded.'), models.CheckConstraint(condition=models.Q(('done_on__isnull', True), ('due_on__isnull', True), ('done_on__lte', models.F('due_on')), models.Q(('late_reason', ''), _negated=True), _connector='OR'), name='duty_done_late_says_why', violation_error_message='What is late says why.'), models.CheckConstraint(condition=models.Q(models.Q(('waived_by__isnull', True), ('waived_on__isnull', True), ('waived_reason', '')), models.Q(('done_on__isnull', True), ('waived_by__isnull', False), ('waived_on__isnull', False), models.Q(('waived_reason', ''), _negated=True), models.Q(('strength', 'must'), _negated=True)), _connector='OR'), name='duty_waived_is_whole_and_never_a_must', violation_error_message='Only what should be done, and local steps, can be waived, with a reason.'), models.CheckConstraint(condition=models.Q(models.Q(('strength', 'must'), _negated=True), models.Q(('reference', ''), _negated=True), _connector='OR'), name='duty_that_must_be_done_has_a_reference', violation_error_message='What must be done names the rule that says so.')],
            },
            managers=[
                ('unscoped', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='Family',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(default=cairn.kernel.key.draw_key, editable=False, max_length=32, unique=True)),
                ('label', models.CharField(max_length=60)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
            ],
            options={
                'ordering': ('label', 'id'),
                'constraints': [models.CheckConstraint(condition=models.Q(('label', ''), _negated=True), name='family_has_a_label', violation_error_message='A family needs a label.')],
            },
            managers=[
                ('unscoped', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(default=cairn.kernel.key.draw_key, editable=False, max_length=32, unique=True)),
                ('kind', models.CharField(choices=[('subject_child', 'Child the case is about'), ('sibling', 'Brother or sister'), ('other_child', 'Another child'), ('parent', 'Parent'), ('carer', 'Carer'), ('relative', 'Relative'), ('person_of_concern', 'Person of concern'), ('professional', 'Professional')], max_length=30)),
                ('label', models.CharField(max_length=60)),
                ('relationship', models.CharField(blank=True, max_length=120)),
                ('version', models.PositiveIntegerField(default=1)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                ('family', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='people', to='cases.family')),
            ],
            options={
                'ordering': ('id',),
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['subject_child', 'sibling', 'other_child', 'parent', 'carer', 'relative', 'person_of_concern', 'professional'])), name='person_kind_is_known', violation_error_message='Choose how this person comes into the case.'), models.CheckConstraint(condition=models.Q(('label', ''), _negated=True), name='person_has_a_label', violation_error_message='A person needs a label.')],
            },
            managers=[
                ('unscoped', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='Alias',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(default=cairn.kernel.key.draw_key, editable=False, max_length=32, unique=True)),
                ('kind', models.CharField(choices=[('known_as', 'Known as'), ('nickname', 'Nickname'), ('former_name', 'Former name'), ('other_spelling', 'Another spelling'), ('online_name', 'Name used online')], max_length=20)),
                ('name', models.CharField(max_length=120)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='aliases', to='cases.person')),
            ],
            options={
                'ordering': ('person', 'id'),
                'constraints': [models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='alias_is_not_blank', violation_error_message='Enter the other name.'), models.CheckConstraint(condition=models.Q(('kind__in', ['known_as', 'nickname', 'former_name', 'other_spelling', 'online_name'])), name='alias_kind_is_known', violation_error_message='Choose the kind of name from the list.')],
            },
            managers=[
                ('unscoped', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='PersonFact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(default=cairn.kernel.key.draw_key, editable=False, max_length=32, unique=True)),
                ('fact', models.CharField(choices=[('sex', 'Sex'), ('ethnicity', 'Ethnicity'), ('religion', 'Religion or belief'), ('language', 'First language'), ('communication_need', 'Communication need'), ('disability', 'Disability'), ('social_care_status', 'Social care status'), ('education', 'Education')], max_length=30)),
                ('version', models.PositiveIntegerField()),
                ('answer', models.CharField(choices=[('given', 'Given'), ('none', 'None'), ('not_known', 'Not known'), ('not_asked', 'Not asked')], max_length=10)),
                ('value', models.CharField(blank=True, max_length=200)),
                ('recorded_at', models.DateTimeField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='facts', to='cases.person')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('person', 'fact', 'version'),
                'constraints': [models.UniqueConstraint(fields=('person', 'fact', 'version'), name='person_fact_version_is_used_once', violation_error_message='Somebody changed this while you were typing.'), models.CheckConstraint(condition=models.Q(('fact__in', ['sex', 'ethnicity', 'religion', 'language', 'communication_need', 'disability', 'social_care_status', 'education'])), name='person_fact_is_known', violation_error_message='Choose what is answered from the list.'), models.CheckConstraint(condition=models.Q(models.Q(('answer', 'given'), models.Q(('value', ''), _negated=True)), models.Q(('answer__in', ['given', 'none', 'not_known', 'not_asked']), ('value', ''), models.Q(('answer', 'given'), _negated=True)), _connector='OR'), name='person_fact_is_given_or_answered', violation_error_message='Give an answer, or say that it is none, not known or not asked.')],
            },
            managers=[
                ('unscoped', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='PersonIdentity',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(default=cairn.kernel.key.draw_key, editable=False, max_length=32, unique=True)),
                ('version', models.PositiveIntegerField()),
                ('name_answer', models.CharField(choices=[('given', 'Given'), ('none', 'None'), ('not_known', 'Not known'), ('not_asked', 'Not asked')], max_length=10)),
                ('family_name', models.CharField(blank=True, max_length=120)),
                ('given_names', models.CharField(blank=True, max_length=120)),
                ('born_on', models.DateField(blank=True, null=True)),
                ('born_precision', models.CharField(choices=[('day', 'The day'), ('month', 'The month and year'), ('year', 'The year'), ('none', 'There is none'), ('not_known', 'Not known'), ('not_asked', 'Not asked')], max_length=10)),
                ('died_on', models.DateField(blank=True, null=True)),
                ('died_precision', models.CharField(choices=[('day', 'The day'), ('month', 'The month and year'), ('year', 'The year'), ('none', 'There is none'), ('not_known', 'Not known'), ('not_asked', 'Not asked')], max_length=10)),
                ('recorded_at', models.DateTimeField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='identities', to='cases.person')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('person', 'version'),
                'constraints': [models.UniqueConstraint(fields=('person', 'version'), name='person_identity_version_is_used_once', violation_error_message='Somebody changed this while you were typing.'), models.CheckConstraint(condition=models.Q(models.Q(('name_answer', 'given'), models.Q(models.Q(('family_name', ''), _negated=True), models.Q(('given_names', ''), _negated=True), _connector='OR')), models.Q(('family_name', ''), ('given_names', ''), ('name_answer__in', ['given', 'none', 'not_known', 'not_asked']), models.Q(('name_answer', 'given'), _negated=True)), _connector='OR'), name='person_identity_name_is_given_or_answered', violation_error_message='Give a name, or say that there is none, or that it is not known or not asked.'), models.CheckConstraint(condition=models.Q(models.Q(('born_on__isnull', False), ('born_precision__in', ('day', 'month', 'year'))), models.Q(('born_on__isnull', True), ('born_precision__in', ['day', 'month', 'year', 'none', 'not_known', 'not_asked']), models.Q(('born_precision__in', ('day', 'month', 'year')), _negated=True)), _connector='OR'), name='person_identity_birth_is_dated_or_answered', violation_error_message='Give a date of birth, or say that it is not known or not asked.'), models.CheckConstraint(condition=models.Q(models.Q(('died_on__isnull', False), ('died_precision__in', ('day', 'month', 'year'))), models.Q(('died_on__isnull', True), ('died_precision__in', ['day', 'month', 'year', 'none', 'not_known', 'not_asked']), models.Q(('died_precision__in', ('day', 'month', 'year')), _negated=True)), _connector='OR'), name='person_identity_death_is_dated_or_answered', violation_error_message='Give a date of death, or say that there is none, not known or not asked.'), models.CheckConstraint(condition=models.Q(('born_on__isnull', True), ('died_on__isnull', True), models.Q(('born_precision', 'day'), ('died_precision', 'day'), _negated=True), ('died_on__gte', models.F('born_on')), _connector='OR'), name='person_identity_death_follows_birth', violation_error_message='A date of death cannot come before the date of birth.')],
            },
            managers=[
                ('unscoped', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='Place',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(default=cairn.kernel.key.draw_key, editable=False, max_length=32, unique=True)),
                ('label', models.CharField(max_length=60)),
                ('kind', models.CharField(choices=[('home', 'Home'), ('placement', 'Placement'), ('school', 'School or college'), ('nursery', 'Nursery or childminder'), ('hospital', 'Hospital or surgery'), ('public_place', 'Public place'), ('other', 'Another place')], max_length=20)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
            ],
            options={
                'ordering': ('id',),
                'constraints': [models.CheckConstraint(condition=models.Q(('label', ''), _negated=True), name='place_has_a_label', violation_error_message='A place needs a label.'), models.CheckConstraint(condition=models.Q(('kind__in', ['home', 'placement', 'school', 'nursery', 'hospital', 'public_place', 'other'])), name='place_kind_is_known', violation_error_message='Choose what the place is from the list.')],
            },
            managers=[
                ('unscoped', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='PlaceAlias',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(default=cairn.kernel.key.draw_key, editable=False, max_length=32, unique=True)),
                ('name', models.CharField(max_length=120)),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='aliases', to='cases.place')),
            ],
            options={
                'ordering': ('place', 'id'),
                'constraints': [models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='place_alias_is_not_blank', violation_error_message='Enter the other name.')],
            },
            managers=[
                ('unscoped', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='PlaceIdentity',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(default=cairn.kernel.key.draw_key, editable=False, max_length=32, unique=True)),
                ('version', models.PositiveIntegerField()),
                ('address', models.CharField(max_length=300)),
                ('postcode', models.CharField(blank=True, max_length=10)),
                ('recorded_at', models.DateTimeField()),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='identities', to='cases.place')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('place', 'version'),
                'constraints': [models.UniqueConstraint(fields=('place', 'version'), name='place_identity_version_is_used_once', violation_error_message='Somebody changed this while you were typing.'), models.CheckConstraint(condition=models.Q(('address', ''), _negated=True), name='place_identity_has_an_address', violation_error_message='Enter the address, or the name of the place.')],
            },
            managers=[
                ('unscoped', django.db.models.manager.Manager()),
            ],
        ),
    ]
